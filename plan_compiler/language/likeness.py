"""Characters that are typed for one another: Chinese ones of one sound, or that look alike."""

from bisect import bisect_right

_FIRST_OF_SOUNDS = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗"
    "蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖"
    "棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸"
    "块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇"
    "拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼"
    "秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸"
    "虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰"
    "一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
"""The first character of every syllable among the 3755 common ones of GB/T 2312, which stand there in the order of their sounds, tones left out."""
_CODES = [char.encode("gb2312") for char in _FIRST_OF_SOUNDS]
_BEYOND = "亍".encode("gb2312")
"""The first of the others, which stand in the order of their radicals."""
_LOOKS = (
    "己已巳",
    "未末",
    "土士",
    "日曰",
    "大太犬",
    "千干于",
    "人入八",
    "治冶",
    "析折拆",
    "拔拨",
    "博搏",
    "盖益",
    "准淮",
    "栽裁载",
    "辩辨",
    "暴爆",
    "师帅",
    "竞竟",
    "即既",
    "徒徙",
    "券卷",
    "今令",
    "住往",
    "待侍",
    "科料",
    "沿治",
    "泽择译",
    "微徽",
    "设没",
    "纲钢",
    "堤提",
    "体休",
    "厂广",
    "活话",
    "项顷",
    "晴睛",
    "侧测",
    "县具",
    "间问",
    "酒洒",
)
_BOTH_RIGHT = frozenset({"施使"})
"""Of one sound, and words for the same: 化肥施用量, 化肥使用量."""


def are_confused(one: str, other: str) -> bool:
    """Whether two different characters are of one sound, whatever the tone, or look alike; False of all that are no Chinese ones, and of two that are
    as right in each other's place (施用量, 使用量).
    """
    if one + other in _BOTH_RIGHT or other + one in _BOTH_RIGHT:
        return False
    sound = _sound(one)
    return (sound > 0 and sound == _sound(other)) or any(one in group and other in group for group in _LOOKS)


def likenesses(char: str) -> tuple[str, ...]:
    """What a character has in common with those it is confused with, so that many can be sorted by it: its sound and its looks."""
    sound = _sound(char)
    return (*((f"sound {sound}",) if sound else ()), *(group for group in _LOOKS if char in group))


def _sound(char: str) -> int:
    """The number of a common character's syllable; 0 for another character."""
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return 0
    return bisect_right(_CODES, code) if _CODES[0] <= code < _BEYOND else 0
