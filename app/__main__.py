"""The command line: `zhibu` with a command, or `python -m app`.

Exit code 0 is good, 1 means findings, 2 an error of one Chinese line on stderr.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

from app import __version__, log, paths
from app.commands import (
    ERROR,
    FINDINGS,
    GOOD,
    Group,
    assessing,
    complain,
    drop_output,
    folder_of,
    inspecting,
    month,
    opened,
    path,
    printing,
    rolling_up,
    say,
    spare_records,
)
from app.errors import AppError, InvalidInputError

if TYPE_CHECKING:
    from app.services import Services

_STANDARD = Path("-")  # stdin or stdout
_LEVELS = {"E": "错误", "W": "提醒", "I": "提示"}
_FINDING_KEYS = ("number", "level", "record_id", "section", "field", "sentence")

# What argparse says in English → how it is said here.
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", "缺少 {0}"),
    (r"unrecognized arguments: (.+)", "不认识 {0}"),
    (r"argument (?:命令|COMMAND): invalid choice: '?([^' ]*)'?.*", "没有命令“{0}”"),
    (r"one of the arguments (.+) is required", "缺少 {0} 中的一个"),
    (r"argument (.+?): expected one argument", "{0} 后面要写内容"),
    (r"argument (.+?): ignored explicit argument .*", "{0} 后面不写内容"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 和 {1} 只能写一个"),
    (r"argument .+?: (.*[\u4e00-\u9fff].*)", "{0}"),
)

_log = log.get_logger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing but an `AppError`'s sentence is shown.

    Args:
        argv: the arguments without the program's name; `None` takes those of the process.
    """
    _speak_utf8()
    with contextlib.suppress(OSError):  # without a place for a log there is still work to do
        log.start_file_log(paths.user_profile_folder())
    guard = _BugGuard()
    code = ERROR
    try:
        with guard:
            code = _run(argv)
    except KeyboardInterrupt:
        complain("已中断，没有留下半成品。")
    except BrokenPipeError:  # who read our words has gone
        drop_output()
    finally:
        log.stop_file_log()
    return code


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = _parser().parse_args(argv)
        if arguments.selftest:
            return _selftest()
        if arguments.command is None:
            names = "、".join(_COMMANDS)
            raise InvalidInputError(f"请写一个命令：{names}。用 --help 看说明。")
        run: Callable[[argparse.Namespace], int] = arguments.run
        code = run(arguments)
    except AppError as error:
        complain(str(error))
        return ERROR
    except SystemExit as stop:  # argparse has shown its help or the version
        return int(stop.code or GOOD)
    return code


def _sample(arguments: argparse.Namespace) -> int:
    folder = arguments.data or paths.sample_folder()
    with _filled(folder) as (services, _code):
        services.samples.load()
    say(f"示例支部已放在 {folder}")
    return GOOD


def _load(arguments: argparse.Namespace) -> int:
    from app.services.documents import read_document

    content = sys.stdin.buffer.read() if arguments.file == _STANDARD else None
    records = read_document(arguments.file, content)
    folder = folder_of(arguments)
    with _filled(folder) as (services, code):
        if code:
            complain(f"恢复码：{code}，请抄下保存；它只显示这一次。")
        services.documents.fill(records)
    say(
        f"已导入 {len(records.members)} 名党员、{len(records.meetings)} 次活动、"
        f"{len(records.dues)} 行党费，放在 {folder}"
    )
    return GOOD


def _dump(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        if arguments.file == _STANDARD:
            say(services.documents.text())
            return GOOD
        spare_records(arguments.file, arguments)
        services.documents.dump(arguments.file)
    say(f"已导出 {arguments.file}")
    return GOOD


def _check(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        findings = services.checks.month(arguments.month)
        off = services.rules.book(arguments.month).switched_off
    if arguments.json:
        listed = [{key: asdict(one)[key] for key in _FINDING_KEYS} for one in findings]
        say(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for one in findings:
            say(f"{_LEVELS.get(one.level, one.level)} {one.number:02} {one.told}")
        if not findings:
            say("没有发现问题。")
    tell = complain if arguments.json else say
    for fault, reason in off:
        tell(f"停用 {fault.number:02} {fault.name}：{reason}")
    return FINDINGS if findings else GOOD


def _verify(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        findings = services.store.verify()
    for sentence in findings or ["记录、修改痕迹和照片都完好。"]:
        say(sentence)
    return FINDINGS if findings else GOOD


def _backup(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        say(f"已备份到 {services.backups.backup(arguments.out)}")
    return GOOD


def _restore(arguments: argparse.Namespace) -> int:
    from app.services.backups import restore

    folder = folder_of(arguments)
    aside = restore(arguments.copy, folder, code=arguments.code)
    say(f"已恢复到 {folder}" + (f"，原有记录移到 {aside}" if aside else ""))
    return GOOD


def _selftest() -> int:
    from app.services.selftest import failures

    found = failures()
    for sentence in found or ["自检通过"]:
        say(sentence)
    return FINDINGS if found else GOOD


@contextlib.contextmanager
def _filled(folder: Path) -> Iterator[tuple[Services, str]]:
    """Open the records of a folder to fill them, or make them with a recovery code."""
    from app.services import Services

    code = ""
    if Services.exists(folder):
        services = Services.open(folder)
    else:
        services, code = Services.create(folder)
    filled = False
    try:
        yield services, code
        filled = True
    finally:
        services.close(backup=filled)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class _BugGuard:
    """Turns a bug into one line for the user and a trace, without anybody's data, for the log."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if kind is None or not issubclass(kind, Exception) or issubclass(kind, BrokenPipeError):
            return False
        # Never the error's own words: they may hold what somebody wrote.
        _log.error("%s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
        where = paths.user_profile_folder() / "zhibu.log"
        complain(f"程序内部出错（{kind.__name__}），没有改动记录。详情见日志 {where}")
        return True


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and leaves exiting to `main`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Formatter)

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the arguments as an error of one sentence."""
        for pattern, sentence in _COMPLAINTS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                message = sentence.format(*found.groups())
                break
        raise InvalidInputError(f"{message}。用 --help 看用法。")


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


def _parser() -> _Parser:
    parser = _Parser(prog="zhibu", description="支部手册：党支部的记录和纸质手册。")
    options = parser.add_argument_group("选项")
    options.add_argument("--data", metavar="文件夹", type=path, help="记录所在的文件夹")
    options.add_argument("--selftest", action="store_true", help="检查程序各部分能否使用")
    options.add_argument(
        "--version", action="version", version=f"zhibu {__version__}", help="显示版本"
    )
    options.add_argument("-h", "--help", action="help", help="显示说明")
    commands = parser.add_subparsers(title="命令", dest="command", metavar="命令")
    for name, (run, describe, sentence) in _COMMANDS.items():
        command = commands.add_parser(name, help=sentence, description=f"{sentence}。")
        command.set_defaults(run=run)
        own = command.add_argument_group("参数")
        describe(own)
        # Also after the command; where it is not written, the one before the command stays.
        own.add_argument(
            "--data",
            metavar="文件夹",
            type=path,
            default=argparse.SUPPRESS,
            help="记录所在的文件夹",
        )
        own.add_argument("-h", "--help", action="help", help="显示说明")
    return parser


def _takes_nothing(group: Group) -> None:
    """Describe a command without arguments of its own."""


def _takes_file(group: Group) -> None:
    group.add_argument("file", metavar="文件", type=path, help="记录文件；- 是标准输入或输出")


def _takes_month(group: Group) -> None:
    group.add_argument("--month", metavar="月份", type=month, required=True, help="如 2025-10")


def _takes_check(group: Group) -> None:
    _takes_month(group)
    group.add_argument("--json", action="store_true", help="以 JSON 列出")


def _takes_backup(group: Group) -> None:
    group.add_argument("--out", metavar="文件夹", type=path, help="放到这里，不写则放在记录旁")


def _takes_restore(group: Group) -> None:
    group.add_argument("copy", metavar="备份", type=path, help="备份的文件夹或其中的文件")
    group.add_argument("--code", metavar="恢复码", help="另一台电脑上的备份要写恢复码")


_COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], Callable[[Group], None], str]] = {
    "sample": (_sample, _takes_nothing, "放入示例支部"),
    "load": (_load, _takes_file, "从记录文件导入到空文件夹"),
    "dump": (_dump, _takes_file, "导出记录文件"),
    "print": (printing.run, printing.describe, "打印归档包、年度手册或空白表"),
    "check": (_check, _takes_check, "检查一个月的记录"),
    "inspect": (inspecting.inspect, inspecting.describe_inspect, "按记录督查一个月"),
    "notice": (inspecting.notice, inspecting.describe_notice, "打印一个月的通报或草稿"),
    "report": (rolling_up.report, rolling_up.describe_report, "导出一个月的月报，交上级汇总"),
    "rollup": (rolling_up.roll_up, rolling_up.describe_roll_up, "汇总各支部的月报"),
    "assess": (assessing.run, assessing.describe, "按记录考核一年"),
    "verify": (_verify, _takes_nothing, "检查记录文件是否完好"),
    "backup": (_backup, _takes_backup, "备份"),
    "restore": (_restore, _takes_restore, "从备份恢复"),
}


if __name__ == "__main__":
    sys.exit(main())
