"""Names of findings: the same whenever they are asked for."""

from hypothesis import given
from hypothesis import strategies as st

from tests.page.story import ANALYSIS, STORY
from tui.model.finding import Contradiction, Fact, finding_key
from tui.page.naming import FindingNames

FINDINGS: list[Contradiction | Fact] = [*ANALYSIS.contradictions, *ANALYSIS.facts]


@given(st.integers(1, len(FINDINGS) + 1), st.sets(st.sampled_from(FINDINGS)))
def test_a_finding_is_found_by_its_name_however_many_were_named_ahead(
    ahead: int, wanted: set[Contradiction | Fact]
) -> None:
    names = FindingNames(STORY, ANALYSIS)
    assert names.go_on(ahead) == (ahead <= len(FINDINGS))
    chosen = [finding for finding in FINDINGS if finding in wanted]
    assert [names.of(f) for f in chosen] == [finding_key(f, STORY) for f in chosen]
    found = names.called({names.of(f): None for f in chosen})
    assert {f.id for f in found} == {f.id for f in chosen}
