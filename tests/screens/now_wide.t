# Now where there is room beside the list: the graph of what is in trouble below the
# detail, where it fits whole or without who is well; and what is new of the last five minutes.
recording tests/screens/data/versions.jsonl
size 120x36
at 03:05:30
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:05:25Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents 1   6 Registry !   7 Log
|!  6 dead letters, +6 in 10m    !  invoice.draft/3.0.0 broken by billing    !  registry drift 2
|── WAITING FOR YOU  0 ───────────────────────── if nobody acts ──│── FLOW, only trouble ───────────── healthy edges 2 ──
|     nothing                                                     │!billing┄┄a┄►!ledger
|── EDGES IN TROUBLE  1 ────────────────────────────── rates 1m ──│ 3/m .92      3/m
|> !  billing>ledger   LOSES  6 of 13 refused: version  3/min  3m │── JUST NOW ─────── last 5 min, trouble and changes ──
|── DEAD LETTERS  6 ──────────────────────────────── new in 10m ──│ 03:05:12  refused    i-403 billing>ledger  takes 3.0~
|  !  version             4  billing>ledger                +4  1m │ 03:04:52  refused    i-402 billing>ledger  takes 3.0~
|  !  contract            2  billing>ledger                +2  3m │ 03:04:32  refused    i-401 billing>ledger  takes 3.0~
|── INCIDENTS  1 ─────────────────────────────── open, age, who ──│ 03:04:12  refused    i-400 billing>ledger  takes 3.0~
|  !! INC-2291  refused                 4 open   1m  nobody       │ 03:04:12  drift      billing sends invoice.draft/4.0~
|── MESH  9 of 9 agents heard ─────────── last 15 min, rates 1m ──│ 03:04:05  agent      billing: version 31 (was 30)
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▇▇▄▇█▆▇▇▄█▇  9/min             │ 03:04:05  contract   invoice.draft/4.0.0
|     held      ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  0/min             │ 03:03:15  refused    i-307 billing>ledger  see its l~
|     refused   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▅▁▅▁▅█▅  3/min             │ 03:02:00  refused    i-304 billing>ledger  see its l~
|                                                                 │ 03:00:56  drift      crm>mailer: mail.order 1.0.0, 1~
|                                                                 │ 03:00:41  agent      kyc: model kyc-v9 (was kyc-v8)
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|                                                                 │
|
| Enter open  Tab pane  : command  p freeze  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                                                                                                  Mon 23 Nov  03:05:25Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents 1   6 Registry !   7 Log
|!  6 dead letters, +6 in 10m    !  invoice.draft/3.0.0 broken by billing: /lines/*/vat: string, not number    !  drift: billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
|── WAITING FOR YOU  0 ───────────────────────────────────────────────────────────────────── if nobody acts ──│── FLOW, only trouble ───────────────────────────────────────────────── healthy edges 2 ──
|     nothing                                                                                                 │!billing┄┄a┄►!ledger
|── EDGES IN TROUBLE  1 ────────────────────────────────────────────────────────────────────────── rates 1m ──│ 3/m .92      3/m
|> !  billing>ledger              LOSES  6 of 13 refused: version                                   3/min  3m │── JUST NOW ─────────────────────────────────────────── last 5 min, trouble and changes ──
|── DEAD LETTERS  6 ──────────────────────────────────────────────────────────────────────────── new in 10m ──│ 03:05:12  refused    i-403 billing>ledger  takes 3.0.0, got 4.0.0 in inv-43
|  !  version                 4   billing>ledger                                             +4  oldest    1m │ 03:04:52  refused    i-402 billing>ledger  takes 3.0.0, got 4.0.0 in inv-42
|  !  contract                2   billing>ledger                                             +2  oldest    3m │ 03:04:32  refused    i-401 billing>ledger  takes 3.0.0, got 4.0.0 in inv-41
|── INCIDENTS  1 ─────────────────────────────────────────────────────────────────────────── open, age, who ──│ 03:04:12  refused    i-400 billing>ledger  takes 3.0.0, got 4.0.0 in inv-40
|  !! INC-2291  refused                                                             4 open   1m  nobody       │ 03:04:12  drift      billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
|── MESH  9 of 9 agents heard ─────────────────────────────────────────────────────── last 15 min, rates 1m ──│ 03:04:05  agent      billing: version 31 (was 30)
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▇▇▄▇█▆▇▇▄█▇  9/min                                                         │ 03:04:05  contract   invoice.draft/4.0.0
|     held      ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  0/min                                                         │ 03:03:15  refused    i-307 billing>ledger  see its lines
|     refused   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▅▁▅▁▅█▅  3/min                                                         │ 03:02:00  refused    i-304 billing>ledger  see its lines
|                                                                                                             │ 03:00:56  drift      crm>mailer: mail.order 1.0.0, 1.1.0 side by side
|                                                                                                             │ 03:00:41  agent      kyc: model kyc-v9 (was kyc-v8)
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|                                                                                                             │
|
| Enter open  Tab pane  : command  p freeze  ? help
