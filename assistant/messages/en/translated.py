"""What files, index and register say in Chinese themselves, in English."""

from __future__ import annotations

import re

EN_KINDS = {
    "企业": "Companies",
    "高校": "Universities",
    "科研院所": "Research institutes",
    "学校": "Schools",
    "医院": "Hospitals",
    "金融机构": "Finance",
    "社会团体": "Associations",
    "机关": "Authorities",
    "基层": "Villages and communities",
    "其他": "Others",
}

# Why something could not be read. What stands in braces is taken over as it is.
EN_REASONS = {
    "无法识别文字编码；请用记事本打开，另存为 UTF-8 后再放入": (
        "The encoding of its text is unknown; open it in Notepad and save it as UTF-8"
    ),
    "文件有密码，或者是旧的 .doc 格式；请去掉密码，另存为 .docx": (
        "It has a password, or is an old .doc file; remove the password and save it as .docx"
    ),
    "Word 文件已损坏；请用 Word 或 WPS 打开后另存为 .docx": (
        "The Word file is damaged; open it in Word or WPS and save it as .docx"
    ),
    "文件有密码，或者是旧的 .xls 格式；请去掉密码，另存为 .xlsx": (
        "It has a password, or is an old .xls file; remove the password and save it as .xlsx"
    ),
    "CSV 文件已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx": (
        "The CSV file is damaged; open it in Excel or WPS and save it as .xlsx"
    ),
    "Excel 文件已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx": (
        "The Excel file is damaged; open it in Excel or WPS and save it as .xlsx"
    ),
    "PDF 有密码；请去掉密码后再放入": "The PDF has a password; remove it and add the file again",
    "PDF 文件已损坏；请重新导出或另存一份": "The PDF is damaged; export it anew or save a copy",
    "PDF 没有文字层，是扫描件或图片；请先做文字识别（OCR）": (
        "The PDF has no text, only scans or images; run text recognition (OCR) first"
    ),
    "文件里没有文字；如果是图片或扫描件，请先做文字识别（OCR）": (
        "There is no text in it; if it is an image or a scan, run text recognition (OCR) first"
    ),
    "无法打开文件：{path}；请检查文件是否存在、是否有权限": (
        "{path} cannot be opened; see whether it is there and may be read"
    ),
    "文件名不是 UTF-8 编码：{path}；请改名后再索引": (
        "The file name {path} is not UTF-8; rename it, then update the index"
    ),
    "不支持的文件类型：{path}；支持 {endings}，请另存为其中之一": (
        "{path} is of a type that is not read; save it as one of {endings}"
    ),
    "找不到文件或文件夹：{path}；请检查路径": (
        "There is no file or folder {path}; see whether it was moved"
    ),
    "没有一个文件可以读取：{reasons}": "None of the files could be read",
    "没有可以索引的文档：{places}；"
    "请放入有文字的 .txt、.md、.html、.docx、.xlsx、.csv 或 .pdf 文件": (
        "No documents in {places}; put .txt, .md, .html, .docx, .xlsx, .csv or .pdf files with "
        "text there"
    ),
    "无法写入索引：{folder}（{why}）；请检查磁盘空间和写入权限。原来的索引没有改动": (
        "The index {folder} cannot be written ({why}); see whether the disk is full and may be "
        "written to. The index is as it was"
    ),
    "另一个进程正在重建索引：{folder}；请等它结束": (
        "Another process is rebuilding the index {folder}; wait until it has ended"
    ),
    "没有索引：{folder}；请先运行 youju index": (
        "There is no index in {folder}; run youju index first"
    ),
    "无法读取索引：{folder}（{why}）；请检查权限或磁盘": (
        "The index {folder} cannot be read ({why}); see whether it may be read, and the disk"
    ),
    "索引不完整：{folder}；请运行 youju index --rebuild": (
        "The index {folder} is incomplete; run youju index --rebuild"
    ),
    "索引格式是版本 {made}，本程序需要版本 {needed}；请运行 youju index --rebuild": (
        "The index is of version {made}, this program needs {needed}; run youju index --rebuild"
    ),
    "索引的各部分对不上（{parts}）；请运行 youju index --rebuild": (
        "Parts of the index do not fit together ({parts}); run youju index --rebuild"
    ),
    "索引与本程序或模型不符（{parts}）；请运行 {command}": (
        "The index was made by another model or version ({parts}); run {command}"
    ),
    "索引由模型 {used} 建立，不是 {wanted}；请运行 {command}": (
        "The index was made by the model {used}, not {wanted}; run {command}"
    ),
    "默认模型没有安装；请运行 {command}，或用 {option} 模型文件夹": (
        "The default model is not installed; run {command}, or update the index with --model and "
        "the folder of a sentence-transformers model"
    ),
    "默认模型文件已损坏或版本不符：{file}；请运行 {command}": (
        "The file of the default model is damaged or of another version: {file}; run {command}"
    ),
    "默认模型无法写入 {folder}（{why}）；请检查磁盘空间（需要 500 MB）和写入权限": (
        "The default model cannot be written to {folder} ({why}); see whether 500 MB are free "
        "there, and may be written"
    ),
    "无法载入模型：{model}；--model 需要{what}": (
        "The model {model} cannot be loaded; --model takes the folder of a sentence-transformers "
        "model, or the name of one that was downloaded before (nothing is downloaded)"
    ),
}


def in_words(text: str, said: str, own: str) -> str | None:
    """`text` in the words of `own`, if it is what the template `said` makes."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(said))
    found = re.fullmatch(pattern, text, re.DOTALL)
    return own.format(**found.groupdict()) if found else None


def in_english(reason: str) -> str:
    """A reason in English; one that is not known as it is.

    >>> in_english("没有索引：data/index；请先运行 youju index")
    'There is no index in data/index; run youju index first'
    """
    known = (in_words(reason, said, own) for said, own in EN_REASONS.items())
    return next(filter(None, known), reason)
