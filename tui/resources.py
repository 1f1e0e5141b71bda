"""Finds the shipped files: beside the code in a wheel, one folder up in a checkout."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The path of `config.yaml`, `themes` or `seeds`, wherever this program runs from."""
    inside = _HERE / "_shipped" / name
    return inside if inside.exists() else _HERE.parent / name


def is_installed(path: Path) -> bool:
    """Whether `path` is part of the installed program, which upgrades replace."""
    return path.resolve().is_relative_to(_HERE / "_shipped")


def working_folder() -> Path | None:
    """The folder the program runs in; None when somebody deleted it."""
    try:
        return Path.cwd()
    except OSError:
        return None


def config_folder() -> Path:
    """The user's own folder for config.yaml and themes; it may not exist."""
    from platformdirs import user_config_path

    return user_config_path("rashomon", appauthor=False)


def data_folder() -> Path:
    """The user's folder for sessions that cannot lie beside their story, rescue copies,
    places where one stopped and details of crashes; it may not exist."""
    from platformdirs import user_data_path

    return user_data_path("rashomon", appauthor=False)
