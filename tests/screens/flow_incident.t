# From an edge to the incident of its trouble.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 2 o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── INC-2291 ──────────────────────────────────── 38 handoffs   8m28s   nobody ──
| 1 col = 30s   ━ works  ░ held  ● taken  x refused  ▼ due
|     AT     EDGE                 CONF  STATE     03:04     03:09
|>!! +0:00   billing>ledger        .91  dead      x
| !! +0:13   billing>ledger        .91  dead      x
| !! +0:26   billing>ledger        .91  dead      x
| !! +0:39   billing>ledger        .91  dead       x
| !! +0:53   billing>ledger        .91  dead       x
| !! +1:06   billing>ledger        .91  dead        x
| !! +1:19   billing>ledger        .91  dead        x
| !! +1:33   billing>ledger        .91  dead         x
| !! +1:46   billing>ledger        .91  dead         x
|── h-9a11  invoice.draft@4  billing>ledger ─────── .. [history] contract diff ──
| h-9a11: dead 8:28 ago
| 03:04:12.480  offered  attempt 1
| 03:04:12.560  refused  by ledger  contract: due_date: string, not date
| 03:04:12.580  dead  by billing  contract-refused: due_date: string, not date
|
|
| INC-2291: 38 handoffs, 38 open; C-o goes back
| Enter open  o cause  f trouble only  Z quiet time  b radius  C claim  ? help
