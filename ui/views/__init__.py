"""One module per entry of the navigation, and the contract between a view and the window.

**A view** is a `ui.views.base.View`, constructed as `ViewClass(context)` when it is first opened
and kept until the window closes. The window drives it:

- `load()` reads everything from `context.services` and shows it: called before the view is shown
  for the first time and whenever one of its `areas` changed while it is visible (when it is not
  visible, before it is shown the next time). It must keep what the user is typing.
- `shown()` after the view came to the front: put the focus where the user will type.
- `leave() -> bool` before another view, another record of `go`, or closing: commit the input
  method (`commit_input()`), save; `False` keeps the user here (and the view says why).
- `jump(record_id, section)` from `context.go(...)`, the finder, and links of findings: after
  `shown()`, and with the keyboard in the field that is named.
- `preview() -> Callable[[], bytes] | None`: taken in the main thread, snapshots what is on screen
  (unsaved included); the function returned runs in a worker thread and returns a PDF.
- `print_now()` for Ctrl+P, `new_record()` for Ctrl+N, `step(±1)` for Ctrl+PgUp/PgDn,
  `step_tab(±1)` for Ctrl+Tab. What a view does not override does nothing.
- `set_compact(compact=True)`: hide the list of records, the preview takes its room.
- `undo_stack`: the view's own `QUndoStack`; the window's Ctrl+Z/Y call `before_undo()` (turn
  pending typing into a command) and then the active stack. The fields of `ui.widgets` have no undo
  of their own, so one stack holds every edit.

**The context** (`ui.context.Context`): `services`, `preferences`, `jobs`, `changes.changed(object)`
(a frozenset of areas), `undo_group`, and
`status("已自动保存 18:42", "saved")`, `show_error(error, *actions)` (red bar until solved),
`clear_error()`, `request_preview()` (content changed or the drawer is wanted: `show=True`),
`go(view_key, record_id="", section="")`, `missing_characters(text) -> str` (no print font has
them), `help(topic)`.

**Slow calls** go through `context.jobs.run(work, done, title="正在打印…")`: `work(progress)` runs
in a thread, `progress(done, total)` raises `CancelledError` when the user stopped it,
`done(result)` is called in the main thread, an `AppError` goes to the red bar.

**Questions** go through the functions of `ui.dialogs` only (tests patch them there).

**Widgets to build with** (`ui.widgets`):

- `page.Page` scrolls vertically only, `.body` is its layout; `page.PageHead(title)` with
  `.set_subtitle()`, `.add(widget)` at the right.
- `card.Card(title, hint="")` with `.body`, `.add_action(widget)`, `.set_mark(Mark, text)`.
- `field_grid.FieldGrid().add(label, field, span=1, hint="")`: labels above fields, one to four
  columns by width, buddies and accessible names set.
- `line_field.LineField` (`text_edited`, `committed`, `.set_text()`), `text_field.TextField`
  (grows; `text_edited`, `committed`, `.text()`, `.set_text()`, `.commit()`),
  `date_field.DateField` (`date_edited`, `.day()`, `.set_day()`), `time_field.TimeField`
  (`time_edited`, `.time()`, `.set_time()`), `person_field.PersonField` / `PeopleField`
  (`person_edited`/`people_edited`, `.member_id()`/`.member_ids()`, `.set_people(people_of(...))`),
  `choice_field.ChoiceField` (`choice_edited`, `.value()`, `.set_value()`, never changed by the
  mouse wheel while unfocused), `number_field.NumberField`, `money_field.MoneyField` (fen).
- `chips.FilterChips` (count chips), `tabs.MarkedTabs` (numbered tabs with completeness marks),
  `labels.Hint` / `SectionTitle` / `ElidedLabel`, `buttons.primary_button` / `button` /
  `icon_button`, `empty_state.EmptyState`, `banner.Banner`, `flow_layout.FlowLayout`.

No text holds ✓ or another sign the fonts lack: glyphs are icons (`theme.icon`, `marks.Mark`).
Colours, sizes and fonts come from `ui.theme` and `resources/style.qss` only; say what a plain Qt
widget is with `theme.set_role(widget, "secondary")`. Below 940 pixels nothing is promised; from
there on nothing may be cut: `tests/ui/layout_checks.py` holds the check every view's test uses.
"""
