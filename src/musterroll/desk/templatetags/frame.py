"""`{% frame %} TITLE {% content %} … {% scripts %} … {% endframe %}`: a page of a package inside the desk's base."""

from django import template
from django.contrib.messages import get_messages
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from markupsafe import Markup

from musterroll.desk.editors.second_factor import lacks_factor

register = template.Library()


class Frame(template.Node):
    """Renders its parts, then the base page around them."""

    def __init__(self, title: NodeList, content: NodeList, scripts: NodeList) -> None:
        self.title, self.content, self.scripts = title, content, scripts

    def render(self, context: Context) -> str:
        """Return the whole page; its parts are rendered already, by an engine that escapes."""
        request = context["request"]
        fields = {
            "title": " ".join(self.title.render(context).split()),
            "content": Markup(self.content.render(context)),
            "scripts": Markup(self.scripts.render(context)),
            "messages": list(get_messages(request)),
            "lacks_factor": lacks_factor(request),
        }
        return render_to_string("desk/accounts/frame.html", fields, request)


@register.tag
def frame(parser: Parser, token: Token) -> Frame:
    """Read the tag: the title, then the content, then the scripts."""
    title = parser.parse(("content",))
    parser.delete_first_token()
    content = parser.parse(("scripts",))
    parser.delete_first_token()
    scripts = parser.parse(("endframe",))
    parser.delete_first_token()
    return Frame(title, content, scripts)
