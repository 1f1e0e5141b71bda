"""What the reader may have decided about the findings of the hand-made story."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.page.story import ANALYSIS, STORY
from tui.model.finding import Analysis, Contradiction, Fact, finding_key
from tui.model.tag import Verdict

Decided = dict[Contradiction | Fact, Verdict]
DECIDED = st.dictionaries(
    st.sampled_from([*ANALYSIS.contradictions, *ANALYSIS.facts]), st.sampled_from(Verdict)
)


def only(decided: Decided) -> tuple[Analysis, dict[str, Verdict]]:
    """The findings decided and nothing else, and the verdicts by the keys of the findings."""
    these = Analysis(
        facts=tuple(f for f in ANALYSIS.facts if f in decided),
        contradictions=tuple(c for c in ANALYSIS.contradictions if c in decided),
    )
    return these, {finding_key(found, STORY): verdict for found, verdict in decided.items()}
