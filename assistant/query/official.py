"""English for official terms, as the English editions have it of the statistical communiqués
(National Bureau of Statistics) and of the government work reports (State Council).
"""

from __future__ import annotations

from collections.abc import Mapping


def _by_english(listed: Mapping[str, str]) -> dict[str, str]:
    return {one: chinese for chinese, english in listed.items() for one in english.split("/")}


# Figures that are told every year.
_INDICATORS = {
    "国内生产总值": "gdp/gross domestic product/economic output",
    "人均国内生产总值": "per capita gdp",
    "国民生产总值": "gnp",
    "居民消费价格": "cpi/consumer price index/consumer prices",
    "居民消费价格涨幅": "inflation/inflation rate",
    "工业生产者出厂价格": "ppi",
    "城镇新增就业": "urban jobs/new urban jobs/urban job/urban employment",
    "失业率": "unemployment rate",
    "城镇失业率": "urban unemployment rate",
    "城镇调查失业率": (
        "surveyed unemployment rate/surveyed urban unemployment rate/"
        "urban surveyed unemployment rate"
    ),
    "城镇登记失业率": (
        "registered unemployment rate/registered urban unemployment rate/"
        "urban registered unemployment rate"
    ),
    "赤字率": (
        "deficit-to-gdp ratio/deficit-to-gdp/budget deficit-to-gdp ratio/"
        "fiscal deficit-to-gdp ratio/deficit ratio/deficit rate"
    ),
    "财政赤字": "deficit/budget deficit/fiscal deficit/government deficit",
    "财政收入": "fiscal revenue/government revenue/national revenue",
    "财政支出": "fiscal expenditure/government expenditure/government spending",
    "税收收入": "tax revenue",
    "粮食产量": "grain output/grain production/grain harvest",
    "钢产量": "steel output",
    "煤炭产量": "coal output",
    "原油产量": "oil output",
    "棉花产量": "cotton output",
    "进出口总额": (
        "imports and exports/import and export/total import and export value/"
        "import and export value/import and export volume/foreign trade/foreign trade volume"
    ),
    "出口总额": "value of exports",
    "进口总额": "value of imports",
    "社会消费品零售总额": "retail sales/retail sales of consumer goods",
    "固定资产投资": "fixed asset investment/fixed-asset investment/investment in fixed assets",
    "外汇储备": "foreign exchange reserves",
    "外商直接投资": "foreign direct investment/fdi",
    "居民人均可支配收入": "per capita disposable income/disposable income",
    "城镇居民人均可支配收入": "urban disposable income",
    "农村居民人均可支配收入": "rural disposable income",
    "广义货币": "money supply/broad money/broad money supply",
    "工业增加值": "value added of industry/industrial value added",
    "工业总产值": "industrial output",
    "农业总产值": "agricultural output",
    "人口自然增长率": "natural population growth rate",
    "城镇化率": "urbanization rate/urbanisation rate",
    "国防预算": "defense budget/defence budget",
    "国防支出": "defense spending/defence spending",
    "研发经费": "research and development spending/r&d spending",
    "单位国内生产总值能耗": "energy consumption per unit of gdp",
    "地方政府专项债券": "local government special bonds",
    "专项债券": "special purpose bonds",
}
# What the dictionary has not, or not as the documents write it.
_OTHERS = {
    # Finance and tax
    "资本充足率": "capital adequacy ratio",
    "不良贷款": "non-performing loan",
    "不良贷款率": "non-performing loan ratio",
    "增值税": "vat",
    "营业税": "business tax",
    "农业税": "agricultural tax",
    "个人所得税": "personal income tax",
    "企业所得税": "corporate income tax",
    "房产税": "property tax",
    "资源税": "resource tax",
    "退税": "tax rebate",
    "货币政策": "monetary policy",
    "财政政策": "fiscal policy",
    "汇率": "exchange rate",
    "利率": "interest rate",
    "国债": "treasury bond",
    "社会保险": "social insurance",
    "社会保障": "social security",
    "占比": "share",
    "比重": "proportion",
    # Economy
    "增长": "growth",
    "市场主体": "market entities",
    "民营经济": "private sector",
    "民营企业": "private enterprise",
    "国有企业": "state-owned enterprise/soe",
    "股份制": "joint-stock/shareholding",
    "社会主义市场经济": "socialist market economy",
    "供给侧结构性改革": "supply-side structural reform",
    "改革开放": "reform and opening up",
    "自由贸易试验区": "pilot free trade zone",
    "一带一路": "belt and road/belt and road initiative",
    "产能过剩": "overcapacity",
    "产能": "production capacity",
    "大众创业": "mass entrepreneurship",
    "新质生产力": "new quality productive forces",
    "数字经济": "digital economy",
    "平台经济": "platform economy",
    "低空经济": "low-altitude economy",
    "人工智能": "artificial intelligence",
    "高速铁路": "high-speed rail/high-speed railway",
    "高速公路": "expressway",
    "新能源汽车": "new energy vehicle",
    "外资": "foreign capital",
    "对外投资": "overseas investment",
    "第一个五年计划": "first five-year plan",
    "第二个五年计划": "second five-year plan",
    # Countryside and livelihood
    "土地改革": "land reform",
    "家庭联产承包责任制": (
        "household responsibility system/household contract responsibility system"
    ),
    "三农": "agriculture, rural areas and rural people",
    "农民工": "migrant worker",
    "乡村振兴": "rural revitalization",
    "新农村": "new countryside",
    "扶贫": "poverty alleviation",
    "贫困线": "poverty line",
    "贫困人口": "poor population",
    "共同富裕": "common prosperity",
    "职业教育": "vocational education",
    "基本医疗保险": "basic medical insurance",
    "养老金": "pension",
    "基本养老金": "basic pension",
    "失业保险": "unemployment insurance",
    "最低生活保障": "subsistence allowance/minimum living allowance",
    "下岗": "laid-off",
    "下岗职工": "laid-off worker",
    "保障性住房": "government-subsidized housing/affordable housing",
    "棚户区": "rundown urban areas/shanty town",
    # Environment
    "清洁能源": "clean energy",
    "可再生能源": "renewable energy",
    "单位国内生产总值二氧化碳排放": "carbon intensity",
    "二氧化碳": "carbon dioxide",
    "碳达峰": "carbon peak",
    "节能": "energy conservation",
    "减排": "emission reduction",
    "污水处理": "sewage treatment",
    # Abroad
    "苏联": "ussr/soviet",
    "中苏": "sino-soviet",
    "金融危机": "financial crisis",
    # Who takes part
    "全国人大": "npc",
    "全国人大代表": "npc deputy",
    "全国政协": "cppcc",
    "全国政协委员": "cppcc member",
    "两会": "two sessions",
    "总理": "premier",
    "工作报告": "work report",
    "政府工作报告": "government work report",
}
INDICATORS = _by_english(_INDICATORS)
TERMS = INDICATORS | _by_english(_OTHERS)
