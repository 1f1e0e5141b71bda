"""Placeholder until the front end is written."""


def main() -> None:
    print("rashomon")
