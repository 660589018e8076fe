"""Whatever is imported: each word is in a section or told, and the files that come of it have no fault."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.guideline_files import Parts
from tests.unit.importing.generated import DOCUMENTS, FORMATS, require_nothing_lost


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(parts=DOCUMENTS)
def test_each_word_is_in_a_section_or_told_and_the_files_have_no_fault(suffix: str, parts: Parts) -> None:
    require_nothing_lost(suffix, parts)
