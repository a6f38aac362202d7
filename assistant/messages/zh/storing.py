"""The words of the room where documents are kept, in Chinese."""

from __future__ import annotations

from assistant.messages.storing_fields import Storing

ZH_STORING = Storing(
    heading="文档 {count}",
    states={
        "indexed": "已索引",
        "failed": "读取失败",
        "changed": "已修改，待更新",
        "new": "待索引",
        "gone": "文件已不在，待更新",
    },
    left_out="文件夹里还有 {count} 个文件是不支持的类型，不会用于回答：{names}",
    mend="{count} 个文件没有读成，不会用于回答。请照各自的说明改正，再更新索引；不需要的可以删除。",
    remove_sure="删除 {path}？文件会移到 {folder}，可以找回；索引随即更新。",
    add="添加文档",
    add_help="点这里选择，或把文件拖到本页，随即更新索引。支持 {endings}，每个不超过 {limit} MB。",
    kept_in="文件存放在 {folder}",
    sending="正在上传…",
    taken={
        "added": "{name}：已存入文件夹",
        "second": "{name}：已有同名文件，另存为 {path}",
        "renamed": "{name}：这个名称不能用，另存为 {path}",
        "same": "{name}：没有添加，内容与 {path} 完全相同",
        "unsupported": "{name}：没有添加，不支持这种文件；请另存为 {endings}",
        "too_large": "{name}：没有添加，文件超过 {limit} MB",
        "not_sent": "{name}：没有添加，上传没有成功，请重试",
    },
    many="{n} 个文件已存入文件夹",
    which="。用哪一份？选定后随即更新索引。",
    replace="替换旧文件",
    keep_both="两份都保留",
    replaced="{path}：已换成新的；旧文件移到了 {moved}",
    removed="已删除 {path}；文件移到了 {moved}",
    not_there="文件已不在：{path}",
    last_one="没有删除 {path}：索引里至少要有一份文档，请先添加别的文档，等索引更新完",
    failed="没有做成：{reason}",
    wait="正在更新索引，请等它结束，或先取消",
    read_only=(
        "只能查看：本页不是以本机地址打开的。要添加、删除文档或更新索引，请在运行有据的电脑上打开 "
        "http://127.0.0.1，并以 --host 127.0.0.1 启动。"
    ),
    no_folder="索引是由单个文件建立的，没有可以存放新文档的文件夹；请运行 youju index 文件夹",
    waiting="{count} 个文件有变动，更新索引后才会用于回答",
    up_to_date="索引与文件一致",
    update="更新索引",
    rebuild="全部重建",
    rebuild_sure="全部重新计算？文档多时要很久；“更新索引”只计算有变动的部分。期间照常用旧索引回答。",
    rebuild_yes="确认重建",
    cancelling="正在取消…",
    step="第 {n} / {of} 步：{stage}",
    stages={
        "read": "读取文件",
        "split": "切分文档",
        "annotate": "整理台账",
        "embed": "计算向量",
        "finish": "写入并核对",
    },
    of_documents="{done} / {total} 份",
    of_chunks="{done} / {total} 段",
    rate="每秒 {rate} 段",
    seconds_left="本步约剩 {count} 秒",
    minutes_left="本步约剩 {count} 分钟",
    still_answers="在此期间照常用旧索引回答",
    changes={
        "new": "新增 {count} 份文档",
        "changed": "更新 {count} 份文档",
        "moved": "移动 {count} 份文档",
        "deleted": "删除 {count} 份文档",
    },
    also="，",
    no_changes="文档没有变动",
    done="索引已更新：{changes}，现有 {documents} 份文档",
    cancelled="已取消，原来的索引没有改动",
    busy="另一个程序正在更新这个索引；请等它结束再试",
)
