"""A plan whose words mean harm to one format or another; each must print them as they are."""

LONG = "长" * 10_000
RARE = "𠮷野家、𬭎、𪚥；😀👨‍👩‍👧🏳️‍🌈；é ạ̈；مرحبا、שלום"

PLAN = rf"""
title: "<script>alert(1)</script> ]]> & \"规划\" 'x'"
subtitle: "\u202E反\u202C右到左 \u200F标记\u200E"
issuer: "{{ 7*7 }} {{% raw %}} ${{x}} <%= y %>"
period: 2021-2025
milestones: [2023, 2025]
date: "2021年3月 --><!-- <![CDATA["
status: "&amp; &lt;b&gt; &#0;"
chapters:
  - title: 标签 \<w:p/\>\</w:body\> ]]> \<img src=x onerror=alert(1)\>
    id: tags
    sections:
      - title: 'javascript:alert(1) "onload="x'
        run_in: true
        body: |
          标签写作 \<b\>，实体写作 \&amp;，花括号写作 \{{\{{ 7\*7 \}}\}}，见[](#tags)，[约3户](:=homes)、["'3户'"](=homes)。
      - title: 方向与零宽
        body: "右到左\u202Eabc\u202C止，零宽\u200B空\u2060格，长到{LONG}。"
      - title: 少见的字
        body: 基本平面之外与表情：{RARE}。
      - body:
          - box:
              id: works
              title: \</table\>\</div\> ]]> 😀
              body: ['\</td\>\</tr\>\<script\>', '{LONG}']
          - figure: {{id: map, title: '"\>\<svg onload=alert(1)\>', alt: "\" onerror=\"x ]]> \u202E", file: 待补}}
          - table: targets
indicators:
  - id: targets
    title: 指标]]>\<script\>
    columns: {{2020: '"实际"', 2023: "'", 2025: ']]>'}}
    note: "\u202E反 -->"
    groups:
      - title: \<script\>
        indicators:
          - {{id: investment, name: "投资\"'&", unit: 亿元, attribute: 预期性, values: {{2020: 57, 2023: 100, 2025: 130}}}}
          - id: words
            name: "''\"\"]]>"
            unit: '-'
            attribute: 约束性
            qualitative: true
            values: {{2020: "总体'良好\"", 2023: "{RARE}", 2025: "{LONG}"}}
"""
"""plan.yaml of the plan, which has no other file."""
