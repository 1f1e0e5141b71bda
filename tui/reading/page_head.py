"""What a web page says about itself: title, outlet and day, from meta tags, JSON-LD and
`<time>`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from tui.model.day import day_of_publication
from tui.reading.days import full_days
from tui.reading.wordlists import outlet_key, outlets

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_DAYS = (
    "article:published_time", "datepublished", "og:published_time", "article:published",
    "parsely-pub-date", "pubdate", "publishdate", "publish_date", "publish-date", "sailthru.date",
    "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
)  # fmt: skip
_MOST_DATA = 500_000
"""A longer script is not read as JSON-LD."""
_SUFFIX = re.compile(r"(?<! ) +(?:[|–—»·]|-|::) +")


class PageHead:
    """Collects what the page says; asked once the page is read."""

    def __init__(self, day_first: bool) -> None:
        self.day_first = day_first
        self.meta: dict[str, str] = {}
        self.element = ""
        self.headline = self.publisher = ""
        self.data_day: date | None = None
        self.time: date | None = None

    def tell(self, name: str, attributes: dict[str, str], in_report: bool) -> None:
        """Take a `<meta>` or `<time>`; a time outside the report dates other things."""
        if name == "meta":
            content = " ".join(attributes.get("content", "")[:500].split())
            for key in ("property", "name", "itemprop"):
                if content and attributes.get(key):
                    self.meta.setdefault(attributes[key].lower(), content)
        elif name == "time" and in_report and self.time is None:
            self.time = self._day(attributes.get("datetime", ""))

    def title_element(self, text: str) -> None:
        self.element = self.element or " ".join(text[:1000].split())

    def data(self, script: str) -> None:
        """Take a script that may be JSON-LD; anything else is ignored."""
        if len(script) > _MOST_DATA or '"@' not in script:
            return
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            return
        for item in _objects(found):
            self.headline = self.headline or _words(item.get("headline"))
            publisher = item.get("publisher")
            if isinstance(publisher, list) and publisher:
                publisher = publisher[0]
            if isinstance(publisher, dict):
                publisher = publisher.get("name")
            self.publisher = self.publisher or _words(publisher)
            self.data_day = self.data_day or self._day(_words(item.get("datePublished")))

    def title_and_outlet(self) -> tuple[str | None, str | None]:
        """The title without the site's name behind it, and the site's name."""
        site = self.publisher
        for key in _SITES:
            site = site or self.meta.get(key, "")
        title = self.headline
        for key in _TITLES:
            title = self.meta.get(key, "") or title
            if title:
                break
        title = title or self.element
        title, behind = _without_site(title, site)
        if not site:
            _, behind = _without_site(self.element, "") if not behind else ("", behind)
        return title or None, site.lstrip("@") or behind or None

    def published(self) -> date | None:
        """From meta tags, else JSON-LD, else the first `<time>` of the report."""
        for key in _DAYS:
            day = self._day(self.meta.get(key, ""))
            if day:
                return day
        return self.data_day or self.time

    def _day(self, text: str) -> date | None:
        text = text.strip()[:60]
        try:
            return day_of_publication(text[:10])
        except ValueError:
            days = full_days(text, self.day_first)
            return days[0][1] if days else None


def _without_site(title: str, site: str) -> tuple[str, str]:
    """A title without the name after its last bar, and that name, if it is the site or a known
    outlet.
    """
    bars = list(_SUFFIX.finditer(title))
    if not bars:
        return title, ""
    behind = title[bars[-1].end() :].strip()
    known = outlets().get(outlet_key(behind))
    if (site and behind.casefold() == site.casefold()) or known:
        return title[: bars[-1].start()].strip(), known or behind
    return title, ""


def _words(value: Any) -> str:
    return " ".join(value[:1000].split()) if isinstance(value, str) else ""


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    """Every object of the data that may describe the report, breadth first."""
    queue = [found]
    for item in queue:
        if len(queue) > 1000:
            return
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(v for k, v in item.items() if k in ("@graph", "mainEntity"))
