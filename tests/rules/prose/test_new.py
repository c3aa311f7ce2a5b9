"""What sentences tell to be new, or to come together, of things that an indicator counts each year."""

import pytest

from tests.rules.prose.test_changes import found

TOO_FEW_NEW = """\
到2030年，高新技术企业达到860家，新增340家。
到2030年，新增高新技术企业400家。
“十五五”期间，新增高新技术企业400家。
规划期内新增高新技术企业400家。
“十五五”期间，高新技术企业累计新增400家。
到2030年，公共充电桩达到3000个，新增1200个。"""
OTHER_TOTAL = """\
到2030年，高新技术企业累计达到880家。
到2030年，公共充电桩累计达到3200个。"""
RIGHT = """\
到2030年，高新技术企业达到860家，新增440家。
到2030年，高新技术企业达到860家，新增500家。
到2030年，高新技术企业达到860家，新增60家。
“十五五”期间，新增高新技术企业500家，退出60家。
“十五五”期间，新增高新技术企业400家以上。
通过孵化器建设，到2030年新增高新技术企业180家。
2028年新增高新技术企业80家。
每年新增高新技术企业80家。
到2030年，每年新增高新技术企业400家。
“十四五”期间，新增高新技术企业400家。
“十五五”前三年新增高新技术企业400家。
“十五五”期间，高新区新增高新技术企业400家。
“十五五”期间，新增高新技术企业孵化器400家。
到2027年，新增高新技术企业180家。
到2030年，高新技术企业累计达到860家。
到2030年，高新技术企业累计达到2600家。
到2030年，累计培育高新技术企业900家。
到2030年，固定资产投资累计达到800亿元。
到2030年，甲区高新技术企业累计达到800家。"""


@pytest.mark.parametrize("sentence", TOO_FEW_NEW.splitlines())
def test_what_is_new_is_no_less_than_the_table_rises_by(sentence: str) -> None:
    assert [code for code, _ in found(sentence)] == ["NUM411"]


@pytest.mark.parametrize("sentence", OTHER_TOTAL.splitlines())
def test_a_running_total_near_the_number_there_is_must_be_that_number(sentence: str) -> None:
    assert [code for code, _ in found(sentence)] == ["NUM403"]


@pytest.mark.parametrize("sentence", RIGHT.splitlines())
def test_what_is_new_may_be_more_and_of_a_part_or_another_time_anything(sentence: str) -> None:
    assert found(sentence) == []
