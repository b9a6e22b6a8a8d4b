from __future__ import annotations

from app.manual.settings import RECORD_DAYS
from app.rules.rule_book import RuleChange
from app.services import Services

FIVE = RuleChange(10, "2025-10", numbers={RECORD_DAYS.key: "5"})


def test_a_change_is_kept_told_of_and_taken_back(services: Services) -> None:
    heard: list[frozenset[str]] = []
    services.listen(heard.append)
    services.rules.put(FIVE)
    assert heard == [frozenset({"settings"})]
    assert services.rules.history(10) == (FIVE,)
    assert services.rules.standing("2025-10")[9] == FIVE
    assert services.rules.standing("2025-09")[9].numbers == {}
    text = services.rules.text()
    services.rules.drop(10, "2025-10")
    assert (services.rules.history(10), services.rules.text()) == ((), "")
    services.rules.put_text(text)
    assert services.rules.history(10) == (FIVE,)


def test_the_usual_number_comes_back_also_where_another_was_kept_plainly(
    services: Services,
) -> None:
    services.settings.put(RECORD_DAYS, "2")
    services.rules.put(RuleChange(10, "2025-10"))
    assert services.rules.standing("2025-09")[9].numbers == {RECORD_DAYS.key: "2"}
    assert services.rules.standing("2025-10")[9].numbers == {RECORD_DAYS.key: RECORD_DAYS.default}
