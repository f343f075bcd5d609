# Dead letters put back by canary: the sheet, the operation, its items.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 4 B
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
|
|
|
|═══ PUT BACK 38 dead letters  sha256:f94b179f6fdc9be0 ══════ nothing sent yet ══
|    h-9a11  billing>ledger  invoice.draft@4  invoice inv-4400: EUR 890
|    h-9a12  billing>ledger  invoice.draft@4  invoice inv-4401: EUR 927
|    h-9a13  billing>ledger  invoice.draft@4  invoice inv-4402: EUR 964
|    h-9a14  billing>ledger  invoice.draft@4  invoice inv-4403: EUR 1001
|    h-9a15  billing>ledger  invoice.draft@4  invoice inv-4404: EUR 1038
|    h-9a16  billing>ledger  invoice.draft@4  invoice inv-4405: EUR 1075
|    h-9a17  billing>ledger  invoice.draft@4  invoice inv-4406: EUR 1112
|    h-9a18  billing>ledger  invoice.draft@4  invoice inv-4407: EUR 1149
|    total EUR 59831   30 of 38 not on this screen   one kind, one edge
| how   all at once   c canary: one, ten, then the rest
| note  (Tab to write one)
| type  38  then  y  to put back   typed: _   Tab note   any other key: go back
keys c r s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
|
|
|═══ PUT BACK 38 dead letters  sha256:f94b179f6fdc9be0 ══════ nothing sent yet ══
|    h-9a11  billing>ledger  invoice.draft@4  invoice inv-4400: EUR 890
|    h-9a12  billing>ledger  invoice.draft@4  invoice inv-4401: EUR 927
|    h-9a13  billing>ledger  invoice.draft@4  invoice inv-4402: EUR 964
|    h-9a14  billing>ledger  invoice.draft@4  invoice inv-4403: EUR 1001
|    h-9a15  billing>ledger  invoice.draft@4  invoice inv-4404: EUR 1038
|    h-9a16  billing>ledger  invoice.draft@4  invoice inv-4405: EUR 1075
|    h-9a17  billing>ledger  invoice.draft@4  invoice inv-4406: EUR 1112
|    h-9a18  billing>ledger  invoice.draft@4  invoice inv-4407: EUR 1149
|    total EUR 59831   30 of 38 not on this screen   one kind, one edge
| how   canary: one, ten, then 300 a minute; stops above 25% bad   c all at once
|       r rate  s share
| note  (Tab to write one)
| type  38  then  y  to put back   typed: _   Tab note   any other key: go back
wishes
|bell
|drop-keys
# no key but the number and y sends: all else goes back or changes how
keys c c
wishes
keys 3 8 y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused  billing>ledger    canary 0/38     8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| begins in 5s: 0 of 38 put back   u undo
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ───────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                     OLDEST  NEWEST  REQUEUE?         VALUE
|> !!     38  +38       > contract-refused          billing>ledger    canary 0/38     8m     16s       yes     EUR 59831
|  !       2  steady    > deadline-passed           reviewer>deploy                  12m     12m        no
|  !       1  steady    > no-consumer               support>notify                   12m     12m
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| VALUE     EUR 59831
|
|
|
| begins in 5s: 0 of 38 put back   u undo
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
size 80x24
wishes
|drop-keys
wait 6s
wishes
|ops d-1 sync 40 lines
|ops d-1 sync {"state":"running","why":""}
|{"sent":1}
|decide op-d-1-0: requeue h-9a11 attempt 1 sha256:50e93450 by mira
command ops
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── OPERATIONS ──────────────────────────────────────────────────────────────────
|>03:12:40  canary: the first  1 of 38 put back: 1 under way  contract-refused  ~
|
|
|
|
|
|
|
|
|
|
|
|
|
|── contract-refused  billing>ledger ────────────────────────────────────────────
| STATE     canary: the first
| SO FAR    1 of 38 put back: 1 under way
| HOW       one, ten, then 300 a minute; stops above 25% bad; by mira
| canary: the first: 1 of 38 put back: 1 under way   :ops
| s stop  x cancel  Enter items  Esc close
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── PUT BACK  contract-refused  billing>ledger ─ 1 of 38 put back: 1 under way ──
|>1     h-9a11 sent
| 2     h-9a12 waits
| 3     h-9a13 waits
| 4     h-9a14 waits
| 5     h-9a15 waits
| 6     h-9a16 waits
| 7     h-9a17 waits
| 8     h-9a18 waits
| 9     h-9a19 waits
| 10    h-9a1a waits
| 11    h-9a1b waits
| 12    h-9a1c waits
| 13    h-9a1d waits
| 14    h-9a1e waits
|── contract-refused  billing>ledger ────────────────────────────────────────────
| STATE     canary: the first
| SO FAR    1 of 38 put back: 1 under way
| HOW       one, ten, then 300 a minute; stops above 25% bad; by mira
| canary: the first: 1 of 38 put back: 1 under way   :ops
| s stop  x cancel  Esc back
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:46Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── PUT BACK  contract-refused  billing>ledger ───────────────────────────────────────── 1 of 38 put back: 1 under way ──
|>1     h-9a11 sent
| 2     h-9a12 waits
| 3     h-9a13 waits
| 4     h-9a14 waits
| 5     h-9a15 waits
| 6     h-9a16 waits
| 7     h-9a17 waits
| 8     h-9a18 waits
| 9     h-9a19 waits
| 10    h-9a1a waits
| 11    h-9a1b waits
| 12    h-9a1c waits
| 13    h-9a1d waits
| 14    h-9a1e waits
| 15    h-9a1f waits
| 16    h-9a20 waits
| 17    h-9a21 waits
| 18    h-9a22 waits
| 19    h-9a23 waits
| 20    h-9a24 waits
| 21    h-9a25 waits
| 22    h-9a26 waits
| 23    h-9a27 waits
| 24    h-9a28 waits
| 25    h-9a29 waits
| 26    h-9a2a waits
|── contract-refused  billing>ledger ────────────────────────────────────────────────────────────────────────────────────
| STATE     canary: the first
| SO FAR    1 of 38 put back: 1 under way
| HOW       one, ten, then 300 a minute; stops above 25% bad; by mira
| canary: the first: 1 of 38 put back: 1 under way   :ops
| s stop  x cancel  Esc back
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:46Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── PUT BACK  contract-refused  billing>ledger ──────────────
|>1     h-9a11 sent
| 2     h-9a12 waits
| 3     h-9a13 waits
| 4     h-9a14 waits
| 5     h-9a15 waits
| 6     h-9a16 waits
| 7     h-9a17 waits
| 8     h-9a18 waits
| 9     h-9a19 waits
| 10    h-9a1a waits
| 11    h-9a1b waits
|── contract-refused  billing>ledger ────────────────────────
| STATE     canary: the first
| SO FAR    1 of 38 put back: 1 under way
| canary: the first: 1 of 38 put back: 1 under way   :ops
| s stop  x cancel  Esc back
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:46Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── PUT BACK  contract-refused  billin~ ─
|>1     h-9a11 sent
| 2     h-9a12 waits
| 3     h-9a13 waits
| 4     h-9a14 waits
| 5     h-9a15 waits
|── contract-refused  billing>ledger ────
| STATE     canary: the first
| SO FAR    1 of 38 put back: 1 under way
| canary: the first: 1 of 38 put back: 1~
| s stop  x cancel  Esc back
keys Esc s
screen
| seam [LIVE 0.4s]  lost 0     03:12:46Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── OPERATIONS ──────────────────────────
|>03:12:40  STOPPED: by hand  contract-r~
|
|
|
|
|── contract-refused  billing>ledger ────
| STATE     STOPPED: by hand
| SO FAR    1 of 38 put back: 1 under way
| nothing more of it is sent; B goes on
| B go on (asks)  x cancel  Enter items
wishes
|ops d-1 {"state":"stopped","why":"by hand"}
