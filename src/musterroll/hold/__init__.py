"""Hold: claims, chains and commitments in, holdings out."""
