"""Typography, terms and numbering in prose: what is found, and what must be left alone."""

import pytest

from tests.rules.plans import HEAD, annex, codes, findings, fixed, in_text, subjects

SILENT = [
    "以“协同共赢”为主基调，深化“正面清单”“负面清单”，构建“亲”“清”关系（含“‘一号工程’2.0版”）。",
    "1）管理系统。2）服务体系。",
    "Int’l合作与Rock ’n’ Roll无关。",
    "研究与试验发展(R&D)经费占比5.0%，比例1:30，时速30km/h，见GB/T 15834。",
    "《温州市城市总体规划(2003-2020)(2013年修订)》继续实施。",
    "主要要求是创新，重要要素加快集聚，需要要靠改革；目的的确立很重要，的确如此……",
    "虚拟/增强/混合现实（VR/AR/MR）、5G网络——中兴路——曹龙路。",
    "建成A级景区3个，总用地面积 62077 平方米，其中 YB-04-F-13 地块 41594 平方米。",
    "2021、2022年实施。1、2号楼先建，3号楼后建。",
    "一方面抓建设，二是抓管理。",
    "重点：（1）建机制；（2）强队伍。另有：（1）抓考核；（2）抓落实。",
    "统一是前提，唯一是目标；第三产业、第五批工程、其三分之一的面积。",
    "意见13条，可见一斑；见《统计年鉴》第13页。",
    "代表1人发表3篇文章，手表2块；附表1为清单，见附件3。",
    "面向长三角、珠三角、京津冀、成渝汉四大区域招商。",
    "续建金石路、王尖路等8条道路，原工业园等12个片区改造。",
    "在江苏、浙江、安徽三省一市布局，在上海、苏州、杭州41个城市推广。",
    "生产、生活、生态的规划、建设、管理三个环节。",
    "优化生产、生活、生态三类空间，完善渗、滞、蓄、净、用、排六大功能。",
    "温州市政府、中国科学院大学与温州医科大学三方共建，A、B和C三类并重。",
    "改造道路、新建公园三个。分别引进甲、完成乙两类。",
    "建成3个公园：总面积、绿地率均达标。",
    "5个新区：钱塘新区、前湾新区、滨海新区、南太湖新区等。",
    "工程（5标、6标）等2个项目，由甲、乙（含丙、丁）两大片区组成。",
    "规划期限为五年。重点如下：\n\n- 推进甲路建设\n- 推进乙路建设",
    "甲路道路工程（机场大道-瓯海大道）、乙路（建设路一期道路）开工。",
    "推进“数字经济‘一号工程’2.0版”，中兴路—曹龙路—龙瑶大道，西轴——中轴——东轴。",
    "省、市、区三级联动，第一、第二、第三产业并举，十九大精神。",
    "长600米，宽24米，管径DN600mm，面积5000㎡，体积3m³，人均40㎡/人，速度1.5m/s。",
    "供水39万t/d，退水5.4万t/d，标准煤3万吨，功率500kW·h、2兆瓦。",
    "依据《甲规划》（2019年）、《乙规划》、《丙规划》编制，“甲”和“乙”、丙“丁”。",
    "引进科思（温州）研究院和思技术研究院；甲（省级）重点实验室、乙重点实验室；浙江大学（温州）研究院、温州研究院。",
    "道路呈东西走向，西起甲路，东至乙路；南北走向的北起丙路，南至丁路；东起甲路，向北至乙路。",
    "甲地块（A-1） 2 座、第 3 座，2021 年起、2022年底，编号 B-05地块，方案A 3座。",
    "按排名先后、按排放标准、按装机规模、实体经营者自己经营，交付市长审定，全部份额，截止期为6月，恢复盖章，账户、台账。",
    "公园满足需要，研究竞争力，究竟争取什么；预防犯罪、上报消防部门，专家俱乐部发布署名文章，大会讲座落幕，三座落在城东。",
    "建立既有项目清单，跟随既定方针，撤消防站一座，完成份额，过渡假设成立，反复盖到；应付局长检查，实体经销店进一步有提升空间。",
    "第十五章、十五分钟生活圈、“十五五”时期，执行《某市十四五规划》。",
    "加快建设各类平台服务乡村建设，推动集聚优质资源向县域集聚，推进改造一批道路配合片区改造，加快引进一批重点人才由企业自主引进。",
    "“十五五”规划实施；建设二十五个示范村，执行《条例》第二十五条，农历腊月二十五。",
    "报名截止2026年6月30日，政策截止2027年底停止执行，毕竟争创先进，布局紧凑效果好，摆渡假日专线，各家俱全，垫付院长奖金。",
    "道路全长185米，长宽比适中；总长3公里长江岸线，二期实施方案，分两期建设。",
    "推进建设用地审批和项目建设，加快建设重点项目，配套建设。",
    "调整冶炼布局，应对严峻工作形势，跟综合执法一道；自己建成、供给于民、小组识别、班组识图、量子信息产业、体系框图、限时版本。",
    "打折除外，几经周折迁回，联邦扶持，公函盖章，论证卷宗，能源等可再生资源，办公项目10项，太阳能等可再生能源；凸显着力点，禀赋于人。",
    "建筑劳务企业，国际局势日趋动荡，谋划拔尖人才培养，权威协会，店铺助农，上海拨付资金，文脉博物馆，承租凭证，办公倾向线上，优选拨付方式。",
    "防汛速报，盆栽体验，查处违反覆盖范围规定的行为，遵循还本付息要求，范围饶有特色，习惯通勤出行，诗赋于一体，验证卷积网络，攻坚难题，进攻艰难。",
    "提供松驰名商标，消费卷入预算，致力与企业合作，举世注目，旋钮带动，陶冶理想，薪酬措施，统筹错位发展，自尊守法，太阳能、风能等可再生资源，实时予以解决。",
    "签约120个左右，节约500万元左右，签约285.10亿元，园区区分功能，新区区本级财政，老城区区街两级，甲河治理工程以及乙河治理工程。",
    "近100人分布在左右两侧，企业100家左右，约3公里，超过10家；不少于5个一级以上医院，超过30公里以上游为界；不超过5家。",
    "长江以东，地势较高；形成一批企业，若干企业上市；推动经济实力，提升服务能力；国资平台—某公司—高校协同，平台—园区。",
    "道路西起甲路，东至乙路，全长2公里；西起甲路，东至乙路。全长2公里；地下2万平方米、地上3万平方米；一期：甲；二期：乙。",
    "推动企业健康发展，茁壮成长；加快形成规模，扩大高水平开放，加快提高水平，加大力度，提高补贴标准和支持力度，加快达到先进水平。",
    "完善古村的保护措施，打造智能化改造标杆，打造城市更新升级版，防止问题反弹，打造集文化、休闲于一体，特色鲜明的街区。",
    "- 目标：达到预期。\n- 平台建成，提质扩容。队伍壮大。\n- 推进改革。",
    "- 产业提升。达到预期。\n- 平台建成。提质：扩容。\n- 要素集聚。队伍壮大。",
    "设备A-1、B-05型，11-E-10、11-E-01地块，约28平方公里、约0.67公顷、约12.25%，2万方便面，年取水50万立方米。",
    "2021—2025年、2016—2020年，落实《行动方案（2019-2025年）》，2000～3000人。",
    "E类以上人才，开发区区域、园区区位、片区区级事务，问题等等。甲河整治工程、乙河道治理工程，甲河整治工程（河道治理工程一期）。",
    "新河（甲河～乙河）长1公里，2021～2025年，工期（2021-2025年），连接段（A-B）长2公里。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert codes(in_text(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依托市域铁路S1线加强衔接，在轨道交通S1线的基础上建设地铁2号线。", ["轨道交通S1线"]),
        ("中兴路—曹龙路—茅永路通道；茅永公路改建。", ["茅永路"]),
        ("推进瑶溪北单元建设，推进瑶溪北单元配套，开展瑶北单元前期。", ["瑶北单元"]),
        ("推进瑶溪北单元建设，推进瑶北单元配套，开展瑶北单元前期。", ["瑶溪北单元"]),
        ("整治黄石后河，疏浚黄石山后河。", ["黄石后河"]),
        ("聚焦装备、新能源与智能网联汽车、机器人。\n\n聚焦激光、新能源智能网联汽车等。", ["新能源智能网联汽车"]),
        ("积极发展智能电气、工业机器人。\n\n- 物联网装备：智能电器和传感器。", ["智能电气"]),
        ("市域铁路S1线、轨道交通S2线，地铁1号线，1号线；高速路、高速公路，旅游路、旅游公路，甲路。", []),
        ("聚焦智能电气、智能电器、传感器。\n\n聚焦战略产业、新兴产业培育等，聚焦通用、新型产业培育等。", []),
        ("推进经济社会发展、产业升级。\n\n推进经济和社会发展、产业升级。", []),
        ("东北片区、东湖北片区，龙江二路、龙江路，选择单元、选定单元格，段落或单元、段或单元，农村公路、农路。", []),
    ],
)
def test_a_name_in_two_ways_is_told_once(text: str, found: list[str]) -> None:
    assert subjects(in_text(text), "TXT744") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("建设研究院（温州生物材料与工程研究所），以温州生材所为基础，做强温州生材所。", ["温州生材所"]),
        ("对接中科院自动化所，引进中国科学院自动化研究所温州分院。", ["中科院自动化所"]),
        ("附二医建成，依托温州医科大学附属第二医院提高水平。", ["附二医"]),
        ("温州生物材料与工程研究所（以下简称“温州生材所”）建成，温州生材所扩建。", []),
        ("温州生物材料与工程研究所（温州生材所）建成，温州生材所扩建。", []),
        ("附一医建成，依托温州医科大学附属第二医院提高水平。", []),
        ("派出所、公证所、材料研究所；生物材料与工程研究所所长，研究所需设备。", []),
    ],
)
def test_a_short_name_is_to_be_introduced(text: str, found: list[str]) -> None:
    assert subjects(in_text(text), "TXT745") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("续建甲江路、乙江路、丙江路等3条市政道路，加快丁江路等3条市政道路建设。", ["加快丁江路"]),
        ("续建甲江路、乙江路、丙江路等3条市政道路，加快乙江路等3条市政道路建设。", []),
        ("续建甲江路、乙江路、丙江路等3条市政道路，加快丁江路等4条市政道路建设。", []),
        ("续建甲江路、乙江路等3条市政道路，加快丁江路等3条市政道路建设。", []),
    ],
)
def test_counts_alike_are_of_the_same_things(text: str, found: list[str]) -> None:
    assert subjects(in_text(text), "TXT747") == found


def test_a_plan_that_calls_itself_a_project_is_told_once_for_each_word() -> None:
    text = "本项目用水合理，本项目占地2844公顷，本方案可行；资本项目、治本工程、本项目部，人本工程。"
    assert subjects(in_text(text, "title: 某区发展规划\nperiod: 2021-2025\n"), "TXT739") == ["本项目", "本方案"]
    assert subjects(in_text(text, "title: 某区水影响报告\nperiod: 2021-2025\n"), "TXT739") == []
    assert subjects(
        in_text(f"某方案（以下简称“本方案”）。{text}", "title: 某区规划\nperiod: 2021-2025\n"), "TXT739"
    ) == ["本项目"]


@pytest.mark.parametrize(
    "text",
    [
        "编制一本报告、出台三本方案，每本报告都有专人负责。",
        "实施善本工程和民本工程，扩大专升本项目规模，建好木本研究基地。",
        "编制《海塘安澜总体方案》（以下称“本方案”），本方案由水利局负责。",
        "各项目单位要制定本项目年度实施计划，每项工程都要建立本工程台账。",
        "课题负责人统筹本课题研究进度，项目业主对本项目质量负责。",
        "符合条件的纳入本项目库，本报告期内按月调度。",
        "海塘安澜工程全长20公里。本工程投资12亿元。",
        "落实“本项目不得分包”的承诺，收录《本报告摘要》。",
    ],
)
def test_this_project_is_one_that_is_named_or_quoted(text: str) -> None:
    assert subjects(in_text(text, "title: 某区发展规划\nperiod: 2021-2025\n"), "TXT739") == []


def test_this_work_is_the_one_of_the_title_above() -> None:
    plan = "title: 某区发展规划\nperiod: 2021-2025\nchapters:\n  - title: {}\n    body: 本工程投资12亿元。\n"
    assert subjects(findings({"plan.yaml": plan.format("海塘安澜工程")}), "TXT739") == []
    assert subjects(findings({"plan.yaml": plan.format("总则")}), "TXT739") == ["本工程"]


FOUND = [
    ("以“协同”共赢”为主基调。", "TXT702"),
    ("近1500亩（含配套道路，绿地405亩。", "TXT702"),
    ("深化“正面清单改革。", "TXT702"),
    ("一期(甲路-乙路）长1766米。", "TXT703"),
    ("一期（甲路-乙路)长1766米。", "TXT703"),
    ("长600米,宽24米。", "TXT704"),
    ("宽28米.三期建设。", "TXT704"),
    ("轮船河路(龙江路-龙江二路)长334米。", "TXT704"),
    ("到２０２５年。", "TXT705"),
    ("产业要要提升。", "TXT706"),
    ("提升意识，，加快发展。", "TXT706"),
    ("提升意识。，加快发展。", "TXT706"),
    ("一是建机制；三是强队伍。", "TXT708"),
    ("（1）建机制。（3）强队伍。", "TXT708"),
    ("①建机制；②强队伍；②抓考核。", "TXT708"),
    ("1、建机制。2、强队伍。2、抓考核。", "TXT708"),
    ("第一，建机制。第三，强队伍。", "TXT708"),
    ("其一，建机制。其三，强队伍。", "TXT708"),
    ("指标详见P13。", "TXT709"),
    ("指标见第 13 页。", "TXT709"),
    ("指标详见表3。", "TXT710"),
    ("建成[9家](:=14家)企业。", "TXT008"),
    ("如图2所示，见专栏9-1。", "TXT710"),
    ("面向长三角、珠三角、京津冀四大区域招商。", "TXT711"),
    ("续建甲路、乙路、丙路等2条道路。", "TXT711"),
    ("由A、B、C三栋、D、E、F、G三栋组成。", ""),
    ("5个新区：钱塘新区、前湾新区、滨海新区、南太湖新区。", "TXT711"),
    ("休闲餐饮 、文化娱乐。", "TXT712"),
    ("片区瑶溪 北单元。", "TXT712"),
    ("甲路（机场大道一瓯海大道）开工。", "TXT715"),
    ("重点推进甲路建设，", "TXT716"),
    ("推进数字经济‘一号工程’。", "TXT717"),
    ("新增中兴路——曹龙路—龙瑶大道通道。", "TXT718"),
    ("规划期限为五年。重点推进甲路建设", "TXT716"),
    ("新河（甲河～乙河）长1公里，连接段（丙路-丁河）长2公里。", "TXT718"),
    ("一期长600米，二期长1269m。", "TXT720"),
    ("用地13304㎡，建筑面积46178平方米。", "TXT720"),
    ("供水39万t/d，退水5.4万t/日。", "TXT720"),
    ("塑造“塔尖”、“重器”。", "TXT721"),
    ("落实《甲规划》、《乙规划》、《丙规划》。", "TXT721"),
    ("引进科思技术（温州）研究院。建设科思技术研究院。", "TXT722"),
    ("建设科思技术研究院。引进科思技术（温州）研究院。", "TXT722"),
    ("河道北起水埠路，西至南洋大道。", "TXT723"),
    ("道路呈东西走向，南起甲路，北至乙路。", "TXT723"),
    ("规划红线宽度24 米，另一段 28米。", "TXT725"),
    ("提升实体经竞争力。", "TXT733"),
    ("产业效益进一步有增强。", "TXT733"),
    ("截止2020年底，复盖率达到九成。", "TXT733"),
    ("续写创新史•担使命。", "TXT733"),
    ("地面建筑面积5万平方米、地下建筑面积1万平方米。", "TXT733"),
    ("由付市长牵头。", "TXT733"),
    ("因地置宜推进整冶，统畴城市规化。", "TXT733"),
    ("推行限时版，健全技术体系框。", "TXT733"),
    ("围绕城市骨干路网，若千项目己建成。", "TXT733"),
    ("给于支持，赋于权限。", "TXT733"),
    ("发放消费卷，把好桥粱质量关。", "TXT733"),
    ("引育创新人才E类以上人才。", "TXT706"),
    ("联合中心区区推动驿站建成。", "TXT706"),
    ("开展医疗装备等等具有前景的研究。", "TXT706"),
    ("进一步进一步完善机制。", "TXT706"),
    ("甲河整治工程二期（驳坎部分）河道治理工程。", "TXT706"),
    ("引进约300人左右。", "TXT706"),
    ("企业超过100家以上，企业不少于30家以上，企业不超过9家以内。", "TXT706"),
    ("混合现实( VR/AR/MR)、工业物联网。", "TXT712"),
    ("年取水50万方以上。", "TXT719"),
    ("- 产业提升：达到预期。\n- 平台建成。提质扩容。\n- 要素集聚。队伍壮大。", "TXT740"),
    ("出让YB-04-G-14、11-E-01、11-E-09地块，修复02-E-7地块。", "TXT741"),
    ("水系面积约285.10公顷。", "TXT742"),
    ("重点期2021-2025年，回顾期2016～2020年，衔接期2026-2030年。", "TXT743"),
    ("对龙江路以东，机场大道以北的区域进行改造。", "TXT737"),
    ("生态加快建设，科技综合实力，区域创新能力迈入全省前列。", "TXT737"),
    ("形成一批高等级的联合体，若干高新技术产业集群，体制更健全。", "TXT737"),
    ("一期：甲路长24m：二期：乙路长30m。", "TXT737"),
    ("现有国资平台—浙南建设投资集团有限公司能级偏弱。", "TXT737"),
    ("道路西起茅竹岭，东至炮台山脚（中心路口）全长约2.6公里。", "TXT737"),
    ("地上14.5万平方米，地下7.6万平方米整合研发等资源。", "TXT737"),
    ("营造锐意进取担当竞进氛围。", "TXT737"),
    ("扩大政策支持力度，加强服务水平，提高建设步伐。", "TXT738"),
    ("启动棚户区改造，完善宁村历史古村的保护。", "TXT738"),
    ("打造温州海创园等孵化平台专业化、智慧化提升。", "TXT738"),
    ("防止同类事故不再发生。", "TXT738"),
    ("成为集研发、孵化、加速等功能于一体，引育一批企业。", "TXT738"),
    ("建设虛拟实验室，分二期实施。", "TXT733"),
    ("道路全长约185米长，宽24米。", "TXT706"),
    ("加快集聚更多创新要素集聚。", "TXT706"),
    ("推动引进一批重大项目引进，带动就业。", "TXT706"),
    ("“十四五”时期起步，十四五期间见效。", "TXT732"),
    ("十四五时期起步，十四五期间见效，“十四五”末达标。", "TXT732"),
]


@pytest.mark.parametrize(("text", "code"), FOUND)
def test_what_is_wrong_is_found(text: str, code: str) -> None:
    assert set(codes(in_text(text))) == ({code} if code else set())


@pytest.mark.parametrize(
    ("text", "code", "right"),
    [
        ("一期(甲路-乙路）长。", "TXT703", "一期（甲路-乙路）长。"),
        ("长600米,宽24米。", "TXT704", "长600米，宽24米。"),
        ("面临形势: 机遇。", "TXT704", "面临形势：机遇。"),
        ("河路(甲路段)长。", "TXT704", "河路（甲路段）长。"),
        ("到２０２５年。", "TXT705", "到2025年。"),
        ("产业要要提升，，好。", "TXT706", "产业要提升，好。"),
        ("瑶溪 北单元 、甲。", "TXT712", "瑶溪北单元、甲。"),
        ("截止2020年底，布署工作。", "TXT733", "截至2020年底，部署工作。"),
        ("“十四五”时期起步，十四五期间见效。", "TXT732", "“十四五”时期起步，“十四五”期间见效。"),
        ("数字‘一号工程’。", "TXT717", "数字“一号工程”。"),
        ("甲路——乙路—丙路。", "TXT718", "甲路—乙路—丙路。"),
        ("（机场大道一瓯海大道）。", "TXT715", "（机场大道-瓯海大道）。"),
        (
            "（甲河～乙河）、（丙河～丁河）、（戊路-己河）。",
            "TXT718",
            "（甲河～乙河）、（丙河～丁河）、（戊路～己河）。",
        ),
        ("塑造“塔尖”、“重器”。", "TXT721", "塑造“塔尖”“重器”。"),
        ("科思技术（温州）研究院、科思技术研究院。", "TXT722", "科思技术（温州）研究院、科思技术（温州）研究院。"),
    ],
)
def test_a_fix_mends_the_fault(text: str, code: str, right: str) -> None:
    assert fixed(in_text(text), code, text) == right
    assert codes(in_text(right)) == []


def test_a_fix_is_offered_only_where_the_text_stands_as_it_is_printed() -> None:
    text = "长{{ x }}米,宽[约５米](=x)。"
    found = in_text(text, facts="- {id: x, value: 5米}\n")
    assert fixed(found, "TXT704", text) == text.replace(",", "，")
    assert [finding.fix for finding in found if finding.kind.code == "TXT705"] == [None]


def test_titles_count_on_from_title_to_title() -> None:
    sections = "".join(f"      - {{title: {word}是某事, numbered: false, body: 甲。}}\n" for word in "一二四")
    plan = f"{HEAD}chapters:\n  - title: 问题\n    sections:\n{sections}"
    (found,) = findings({"plan.yaml": plan})
    assert (found.kind.code, found.subject) == ("TXT708", "四是")


def test_bodies_of_different_sections_count_for_themselves() -> None:
    sections = "".join(f"      - {{title: 节{n}, body: （{n}）建机制。}}\n" for n in (1, 3))
    assert codes(findings({"plan.yaml": f"{HEAD}chapters:\n  - title: 章\n    sections:\n{sections}"})) == []


def test_a_list_is_counted_against_its_title() -> None:
    body = "    body:\n      - list: {title: 四大平台, items: [甲, 乙, 丙]}\n"
    (found,) = findings({"plan.yaml": f"{HEAD}chapters:\n  - title: 章\n{body}"})
    assert (found.kind.code, found.subject, found.diagnostic.values) == ("TXT711", "四大", {"items": "3"})
    right = body.replace("四大", "三大")
    assert codes(findings({"plan.yaml": f"{HEAD}chapters:\n  - title: 章\n{right}"})) == []


def test_typed_labels_of_what_exists_are_left_alone() -> None:
    body = "    body:\n      - 详见专栏1-1、见图1。\n      - box: {title: 工程, body: 甲。}\n"
    body += "      - figure: {title: 路网图, alt: 图, file: 待补}\n"
    assert "TXT710" not in codes(findings({"plan.yaml": f"{HEAD}chapters:\n  - title: 章\n{body}"}))


def test_an_annex_without_a_number_is_not_called_by_one() -> None:
    row = {"id": "a1", "name": "项目甲"}
    assert subjects(in_text("项目见附表2、详见附表。", annex=annex(row)), "TXT710") == ["附表2"]
    assert subjects(in_text("项目见附表2，印发附表2份。"), "TXT710") == []


@pytest.mark.parametrize("text", [r"集合\{ x / x \}，共{{ x }}。", "分{甲、乙}、{ x2 }、{甲}三组。"])
def test_braces_that_are_meant_are_left_alone(text: str) -> None:
    assert codes(in_text(text, facts="- {id: x, value: 5米}\n- {id: 甲, value: 6米}\n")) == []


@pytest.mark.parametrize("text", ["共{ x }。", "共{ 甲 + x }。", "共｛x | 0.0｝。"])
def test_an_expression_in_single_braces_is_found(text: str) -> None:
    found = in_text(text, facts="- {id: x, value: 5米}\n- {id: 甲, value: 6米}\n")
    assert codes(found) == ["TXT736"]


def test_headings_may_recur_under_different_parents() -> None:
    chapters = "".join(f"  - title: 章{n}\n    sections:\n      - {{title: 组织保障, body: 甲。}}\n" for n in (1, 2))
    assert codes(findings({"plan.yaml": f"{HEAD}chapters:\n{chapters}"})) == []


GLOSSARY = "- {term: 环大罗山走廊, avoid: [大罗山走廊, 罗山带], allow: [罗山带状公园], note: 用名}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("环大罗山走廊、罗山带状公园与《大罗山走廊规划》。", []),
        ("大罗山走廊与环大罗山走廊。", ["大罗山走廊"]),
        ("罗山带、罗山带状公园、罗山带。", ["罗山带", "罗山带 #2"]),
    ],
)
def test_forms_to_avoid(text: str, found: list[str]) -> None:
    assert subjects(in_text(text, glossary=GLOSSARY), "TXT713") == found


def test_the_fix_of_a_term_is_its_preferred_form() -> None:
    text = "大罗山走廊。"
    assert fixed(in_text(text, glossary=GLOSSARY), "TXT713", text) == "环大罗山走廊。"


def test_words_of_footnotes_and_strong_words_are_looked_at() -> None:
    assert codes(in_text("**推进，，**建设^[甲乙,丙。]。")) == ["TXT706", "TXT704"]


def test_english_plans_keep_their_own_punctuation() -> None:
    head = "title: Plan\nperiod: 2021-2025\nlanguage: en\n"
    assert codes(in_text("Roads (three), parks; see Table 1 of the the plan.", head)) == ["TXT710", "TXT706"]
    assert codes(in_text("Roads (three), parks; see the annex.", head)) == []


def test_many_marks_of_one_paragraph_without_a_partner_are_one_finding() -> None:
    found = [f for f in in_text("“" * 20_000) if f.kind.code == "TXT702"]
    assert len(found) == 1
    assert found[0].diagnostic.args["more"] == "19999"
    assert len([f for f in in_text("“甲“乙“丙") if f.kind.code == "TXT702"]) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("投资12.6亿万元。", ["12.6亿万元"]),
        ("投资12,34.5亿元。", ["12,34.5亿元"]),
        ("投资1,23,456万元。", ["1,23,456万元"]),
        ("投资12.6万亿元，其中1,234.5亿元、1,234,567万元，惠及亿万群众。", []),
        ("分别安排3,5,8亿元，第1,2期30,20亿元，见1,2号楼。", []),
    ],
)
def test_amounts_that_are_no_number(text: str, found: list[str]) -> None:
    assert subjects(in_text(text), "NUM421") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("到2052年，全面建成。", ["2052"]),
        ("到2050年、2049年、2060年，展望2035年。", []),
        ("《面向2052年的研究》发布，占地2052平方米，编号2052。", []),
    ],
)
def test_a_year_with_its_digits_transposed(text: str, found: list[str]) -> None:
    assert subjects(in_text(text), "TXT728") == found
    assert subjects(in_text(text, f"{HEAD}outlook: 2052\n"), "TXT728") == []


@pytest.mark.parametrize(
    ("date", "found"), [("2026-13", 1), ("2026-02-30", 1), ("2026-03", 0), ("2026年春", 0), ("2026-2027", 0)]
)
def test_the_date_of_the_plan_is_one(date: str, found: int) -> None:
    assert len(subjects(in_text("正文。", f"{HEAD}date: {date}\n"), "TXT726")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全面布署，防犯风险。", ["布署", "防犯"]),
        ("座落于城东，按装路灯，园满完成任务。", ["座落", "按装", "园满"]),
        ("实行竟价、竟赛，究竞如何。", ["竟价", "竟赛", "究竞"]),
        ("侯选人、侯车厅、时侯、渡假、家俱。", ["侯选", "侯车", "时侯", "渡假", "家俱"]),
        ("医疗报消，营养成份，实体经发展。", ["报消", "成份", "实体经"]),
        ("发布署名文章，公布署名单位。", []),
        ("预防犯罪，国防犯罪，究竟争取多少，究竟价格如何。", []),
        ("申报消防验收，上报消息，校园满意率，公园满负荷。", []),
        ("闽侯选派干部，同时侯马市，过渡假设，3家俱乐部，首座落于城东的场馆，按装机、按装箱量。", []),
        ("建立既有分工又有合作的机制，各方应跟随既定部署；法人实体经登记，形成份额，全部份数。", []),
    ],
)
def test_words_are_miswritten_only_where_no_other_words_meet(text: str, found: list[str]) -> None:
    assert subjects(in_text(text), "TXT733") == found
