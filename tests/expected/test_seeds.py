"""The shipped stories are the ones that the expectations were written for."""

from __future__ import annotations

import hashlib

import pytest

from tui.resources import shipped

SUPPLIED = {
    "000_7812ddd383029193.txt": "b219617b4442eb22a052eed9c3cff9f7592e0bb9d7ec710dd71ca8007e4a6dd0",
    "001_092267db4dc00c27.txt": "85458a632151b8103d8e1af1d81f708bf01ff79245e7fbbacc4f1d5602a04380",
    "002_ab691eff96d91bb7.txt": "a731a68cba9638d28736d387eddebc21a70213a427fca911f9ad9d5a7c451c50",
    "003_d84594066d5ad780.txt": "43b99a5d1af7f3ba74208826aa35861da85db8ac81be928c6c26c78557be7c5e",
    "004_c01b5b05478acf6f.txt": "e381cc454f1b343f4d519c9fb74be0ff392cf586fdf3a4ac553c44c8fdb2c196",
}


@pytest.mark.parametrize("name", SUPPLIED)
def test_the_real_articles_stand_byte_for_byte_as_supplied(name: str) -> None:
    raw = (shipped("seeds") / "lavrov-wang-2025" / name).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == SUPPLIED[name]


def test_nothing_else_stands_beside_the_real_articles() -> None:
    folder = shipped("seeds") / "lavrov-wang-2025"
    assert sorted(p.name for p in folder.iterdir() if p.is_file()) == list(SUPPLIED)


def test_the_readme_says_whose_each_story_is() -> None:
    words = (shipped("seeds") / "README.md").read_text("utf-8")
    stories = [p.name for p in shipped("seeds").iterdir() if p.is_dir()]
    assert [name for name in stories if f"## {name}" not in words] == []
    assert "not under the project's licence" in words
