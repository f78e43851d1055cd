"""Texts that the tests of decoding share, written for them."""

SIMPLIFIED = (
    "山脚下的小镇每逢初一和十五都有集市，天还没亮，卖豆腐的、打铁的、修鞋的就已经摆好了摊子。\n"
    "孩子们跟在大人后面，手里攥着几枚硬币，盘算着是买糖葫芦还是买一本旧连环画。\n"
)
TRADITIONAL = (
    "山腳下的小鎮每逢初一和十五都有市集，天還沒亮，賣豆腐的、打鐵的、修鞋的就已經擺好了攤子。\n"
    "孩子們跟在大人後面，手裡握著幾枚硬幣，盤算著要買糖葫蘆還是買一本舊連環畫。\n"
)
CANTONESE = "佢哋喺茶樓食點心，嗰啲蝦餃好好味，我哋聽日再嚟過啦。\n"
ETEN = "他站在墻邊擦那面生銹的鏡子，粧台上的照片裏，碁友們都還年輕。\n"
RARE = "姓𠮷的人家和姓㐀的人家是邻居，门前的石碑上刻着一个䶵字。\n"
JAPANESE = "駅前の喫茶店で本を読みながら、友だちが来るのを待っていました。\n"
KOREAN = "비가 오는 날에는 따뜻한 국수 한 그릇이 생각난다고 할머니가 말씀하셨다.\n"
WESTERN = (
    "Après le dîner, la vieille dame préférait s'asseoir près de la fenêtre.\n"
    "Für die Gäste stand schon süßer Kuchen bereit.\n"
)
RUSSIAN = "Вечером старик сидел у окна и слушал, как во дворе играют дети.\n" * 2
