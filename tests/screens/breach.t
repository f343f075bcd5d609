# What breaks its contract: all of it, where it stands in the artifact, and who says so.
recording tests/screens/data/breach.jsonl
size 80x24
at end
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── REVIEW  4 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT   FROM>TO         CONF      IF NOBODY ACTS
|> ! 28:38 h-0      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:39 h-1      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:40 h-2      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:41 h-3      invoice@4  billing>ledger  3 viol.   escalates
|
|
|
|── h-0  invoice@4  billing>ledger ───── [summary] payload evidence history .. ──
| WHY HERE  faults: schema
| VIOLATES  3 violations: /due_date: string, not date; /lines/0/amount: string, ~
| WILL DO   invoice inv-0
| AT 0:00   goes to a human, at 04:30:10
| FROM      billing .97 > ledger
| CONTRACT  invoice/4.0.0  1 fault  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# all of it, with a row each; AT 0:00 stays on the screen
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── h-0  invoice@4  billing>ledger ───── [summary] payload evidence history .. ──
| WHY HERE  faults: schema
| VIOLATES  3 violations
|           /due_date: string, not date
|           /lines/0/amount: string, not number
|           /currency: missing
| WILL DO   invoice inv-0
| AT 0:00   goes to a human, at 04:30:10
| FROM      billing .97 > ledger
| CONTRACT  invoice/4.0.0  1 fault  with the taker, who waits
| SCOPE     invoice
| LIKE THIS 4 offered, all in the last hour
|
|
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
# the places in the payload: what is missing stands at its parent, and good confidence is no news
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── h-0  invoice@4  billing>ledger ────────── .. [payload] evidence history .. ──
| 3 violations marked with ! (n goes to the next)
| {      ! /currency: missing
|   "no": "inv-0",
|   "confidence": 0.97,
|   "due_date": "soon",      ! string, not date
|   "lines": [
|     {
|       "sku": "b",
|       "amount": "12,50"      ! string, not number
|     }
|   ],
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
# n goes from mark to mark
keys n n
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── h-0  invoice@4  billing>ledger ────────── .. [payload] evidence history .. ──
|   "due_date": "soon",      ! string, not date
|   "lines": [
|     {
|       "sku": "b",
|       "amount": "12,50"      ! string, not number
|     }
|   ],
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
keys n n n n
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── h-0  invoice@4  billing>ledger ────────── .. [payload] evidence history .. ──
|       "amount": "12,50"      ! string, not number
|     }
|   ],
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
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
| nothing is marked that way
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
keys ] ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── h-0  invoice@4  billing>ledger ─────── .. evidence [history] contract diff ──
| 04:00:10.000  offered  attempt 1
| 04:00:10.000  flagged  /due_date: string, not date; /lines/0/amount: string,
| not number; /currency: missing
| 04:00:10.000  held  fault
| waits 1m21s, nobody is on it
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
keys Esc
# the sheet says it, of one and of several
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── REVIEW  4 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT   FROM>TO         CONF      IF NOBODY ACTS
|> ! 28:38 h-0      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:39 h-1      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:40 h-2      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:41 h-3      invoice@4  billing>ledger  3 viol.   escalates
|
|
|
|── h-0  invoice@4  billing>ledger ─────── .. evidence [history] contract diff ──
| 04:00:10.000  offered  attempt 1
| 04:00:10.000  flagged  /due_date: string, not date; /lines/0/amount: string,
| not number; /currency: missing
| 04:00:10.000  held  fault
|═══ APPROVE 1 handoff  sha256:0140744de4fc38f1 ═════════════ nothing sent yet ══
| !  h-0  billing>ledger  invoice@4                                    due 28:38
|    invoice inv-0
| !  a note is needed: breaks its contract: 3 violations, first /due_date:
|    string, not date
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
keys Esc Space Space A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── REVIEW  4 waiting ────────────────────────────────── by deadline  2 marked ──
|    DUE   HANDOFF  ARTIFACT   FROM>TO         CONF      IF NOBODY ACTS
| *! 28:38 h-0      invoice@4  billing>ledger  3 viol.   escalates
| *! 28:39 h-1      invoice@4  billing>ledger  3 viol.   escalates
|> ! 28:40 h-2      invoice@4  billing>ledger  3 viol.   escalates
|  ! 28:41 h-3      invoice@4  billing>ledger  3 viol.   escalates
|
|
|
|── h-2  invoice@4  billing>ledger ─────── .. evidence [history] contract diff ──
| 04:00:12.000  offered  attempt 1
| 04:00:12.000  flagged  /due_date: string, not date; /lines/2/amount: string,
| not number; /currency: missing
| 04:00:12.000  held  fault
|═══ APPROVE 2 handoffs  sha256:c79929bb5cc452be ════════════ nothing sent yet ══
| !  h-0  billing>ledger  invoice@4  invoice inv-0                     due 28:38
| !  h-1  billing>ledger  invoice@4  invoice inv-1                     due 28:39
|    all 2 on this screen   one kind of artifact, one edge
| !  a note is needed: 2 of 2 break their contracts
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
keys Esc
# it asks to go on by itself, and does not
keys Esc G [ [ [ Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── h-3  invoice@4  billing>ledger ───── [summary] payload evidence history .. ──
| WHY HERE  faults: schema
| VIOLATES  3 violations
|           /due_date: string, not date
|           /lines/3/amount: string, not number
|           /currency: missing
| WILL DO   invoice inv-3
| AT 0:00   goes to a human, at 04:30:13 (it says proceed: what is held for this
|           does not)
| FROM      billing .97 > ledger
| CONTRACT  invoice/4.0.0  1 fault  with the taker, who waits
| SCOPE     invoice
| LIKE THIS 4 offered, all in the last hour
|
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
keys Esc g
# dead: two contracts of one version are told apart, and places in arrays are one cause
keys 4
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── DEAD LETTERS  11 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      9  +9        v contract              billing>ledger               31s
|          4              > refund@4  /lines/*/amount: string, not number    30s
|          2              > credit@4  /lines/*/amount: string, not number    31s
|          1              > refund@4  /story: longer than 100                25s
|          1              > refund@4  /a: b/*: number, not string            21s
|          1              > credit@4  /n/*: number, not string               11s
|  !!      2  +2        > contract              mole>ledger                   1s
|
|
|── billing>ledger   9 letters ──────────────────────────────────────────────────
| WHY       5 causes, below
| SINCE     04:01:00, the newest 04:01:20
| CONTRACT  credit/4.0.0, refund/4.0.0
| REQUEUE   fits 8 of 9, the others: no confidence (1)
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# a pointer with ": " in it is one pointer
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── DEAD LETTERS  11 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      9  +9        v contract              billing>ledger               31s
|>         4              > refund@4  /lines/*/amount: string, not number    30s
|          2              > credit@4  /lines/*/amount: string, not number    31s
|          1              > refund@4  /story: longer than 100                25s
|          1              > refund@4  /a: b/*: number, not string            21s
|          1              > credit@4  /n/*: number, not string               11s
|  !!      2  +2        > contract              mole>ledger                   1s
|
|
|── billing>ledger   4 letters ──────────────────────────────────────────────────
| WHY       hub: /lines/*/amount: string, not number, under refund@4
| SINCE     04:01:01, 1m after refund/4.0.0 was loaded (04:00:00), the newest
|           04:01:05
| CONTRACT  refund/4.0.0
| REQUEUE   fits 4 of 4
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── DEAD LETTERS  11 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      9  +9        v contract              billing>ledger               31s
|          4              > refund@4  /lines/*/amount: string, not number    30s
|>         2              > credit@4  /lines/*/amount: string, not number    31s
|          1              > refund@4  /story: longer than 100                25s
|          1              > refund@4  /a: b/*: number, not string            21s
|          1              > credit@4  /n/*: number, not string               11s
|  !!      2  +2        > contract              mole>ledger                   1s
|
|
|── billing>ledger   2 letters ──────────────────────────────────────────────────
| WHY       hub: /lines/*/amount: string, not number, under credit@4
| SINCE     04:01:00, 1m after credit/4.0.0 was loaded (04:00:00), the newest
|           04:01:03
| CONTRACT  credit/4.0.0
| REQUEUE   fits 2 of 2
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── DEAD LETTERS  11 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      9  +9        v contract              billing>ledger               31s
|          4              > refund@4  /lines/*/amount: string, not number    30s
|          2              > credit@4  /lines/*/amount: string, not number    31s
|>         1              > refund@4  /story: longer than 100                25s
|          1              > refund@4  /a: b/*: number, not string            21s
|          1              > credit@4  /n/*: number, not string               11s
|  !!      2  +2        > contract              mole>ledger                   1s
|
|
|── billing>ledger   1 letter ───────────────────────────────────────────────────
| WHY       hub: /story: longer than 100, under refund@4
| SINCE     04:01:06, 5s after the first refund/4.0.0 came here (04:01:01)
| CONTRACT  refund/4.0.0
| REQUEUE   would not pass: no confidence
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── DEAD LETTERS  11 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      9  +9        v contract              billing>ledger               31s
|          4              > refund@4  /lines/*/amount: string, not number    30s
|          2              > credit@4  /lines/*/amount: string, not number    31s
|          1              > refund@4  /story: longer than 100                25s
|>         1              > refund@4  /a: b/*: number, not string            21s
|          1              > credit@4  /n/*: number, not string               11s
|  !!      2  +2        > contract              mole>ledger                   1s
|
|
|── billing>ledger   1 letter ───────────────────────────────────────────────────
| WHY       hub: /a: b/*: number, not string, under refund@4
| SINCE     04:01:10, 9s after the first refund/4.0.0 came here (04:01:01)
| CONTRACT  refund/4.0.0
| REQUEUE   would pass
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# an agent's words stand in quotes behind its name
keys G Enter j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── DEAD LETTERS  11 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !!      9  +9        v contract              billing>ledger               31s
|          4              > refund@4  /lines/*/amount: string, not number    30s
|          2              > credit@4  /lines/*/amount: string, not number    31s
|          1              > refund@4  /story: longer than 100                25s
|          1              > refund@4  /a: b/*: number, not string            21s
|          1              > credit@4  /n/*: number, not string               11s
|  !!      2  +2        v contract              mole>ledger                   1s
|>                        m-0        04:01:30  1 try   "/due_date: string, not d~
|                       1 more below
|── m-0  mole>ledger ──────────────────────────────────────────────────── dead ──
| WHY       mole or ledger: "/due_date: string, not date' hub: /x"
| SINCE     offered 04:01:30, dead 04:01:30
| CONTRACT  gone/1.0.0, which is not in force here
| REQUEUE   would not pass: unknown contract
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
# one letter, with the pages of Review
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── m-0  -  mole>ledger ─────── [summary] payload evidence history contract .. ──
| DIED OF   dead, 04:01:30, for "contract"; mole or ledger: "/due_date: string,
|           not date' hub: /x"
| FROM      mole > ledger
| CONTRACT  gone/1.0.0, which is not in force here
| LIKE THIS 2 offered, all in the last hour
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
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
keys Esc g j j j j Enter j Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-6  refund@4  billing>ledger ────── [summary] payload evidence history .. ──
| DIED OF   dead, 04:01:10: the hub gave it up, as its contract asks
| VIOLATES  /a: b/3: number, not string
| WILL DO   refund ?
| FROM      billing .97 > ledger
| CONTRACT  refund/4.0.0  1 fault
| SCOPE     refund
| LIKE THIS 6 offered, all in the last hour
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
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-6  refund@4  billing>ledger ────── summary [payload] evidence history .. ──
| 1 violation marked with ! (n goes to the next)
| {
|   "a: b": {
|     "3": 1      ! number, not string
|   },
|   "confidence": 0.97,
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
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
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-6  refund@4  billing>ledger ──────── .. [evidence] history contract diff ──
|>the contract names no evidence and no provenance
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
|
|
|
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-6  refund@4  billing>ledger ──────── .. evidence [history] contract diff ──
| 04:01:10.000  offered  attempt 1
| 04:01:10.000  flagged  /a: b/3: number, not string
| 04:01:10.000  dead  by the hub  contract: /a: b/3: number, not string
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
|
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
keys B
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-6  refund@4  billing>ledger ──────── .. evidence [history] contract diff ──
| 04:01:10.000  offered  attempt 1
| 04:01:10.000  flagged  /a: b/3: number, not string
| 04:01:10.000  dead  by the hub  contract: /a: b/3: number, not string
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
|═══ PUT BACK 1 dead letter  sha256:c5c0618f112a8230 ════════ nothing sent yet ══
| !  d-6  billing>ledger  refund@4
|    refund ?
| !  breaks its contract: 1 violation, /a: b/3: number, not string
| note  (Tab to write one)
| press  y  to put back   Tab note   any other key: go back
keys Esc [ [ Esc
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    04:01:31Z
|1Now 2Flo! 3Rev 4! 4Dea 11! 5Inc 6Reg! 7Log
|!! billing>ledger broken for 31s  (+3 more)
|── DEAD LETTERS  11 ───────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE         OLDEST
|  !!      9  +9        v contract    billing>ledger     31s
|          4              > refund@4  /lines/*/amoun~    30s
|          2              > credit@4  /lines/*/amoun~    31s
|          1              > refund@4  /story: longer~    25s
|          1              v refund@4  /a: b/*: numbe~    21s
|>          d-6        04:01:10  /a: b/3: number, not string
|                       4 more below
|── d-6  billing>ledger ───────────────────────────── dead ──
| WHY       hub: /a: b/3: number, not string
| SINCE     offered 04:01:10, dead 04:01:10
| CONTRACT  refund/4.0.0
| REQUEUE   would pass
| SUMMARY   refund ?
|
| B put back  E escalate  X discard  Space mark  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  3/3 agents                                  Mon 23 Nov  04:01:31Z  mira
| 1 Now   2 Flow !   3 Review 4!   4 Dead 11!   5 Incidents   6 Registry !   7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s    !  11 dead letters, +11 in 10m  (+1 more)
|── DEAD LETTERS  11 ───────────────────────────────────────────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                                   OLDEST  NEWEST  REQUEUE?
|  !!      9  +9        v contract                         billing>ledger                          31s     11s       8/9
|          4              > refund@4  /lines/*/amount: string, not number                          30s     26s
|          2              > credit@4  /lines/*/amount: string, not number                          31s     28s
|          1              > refund@4  /story: longer than 100                                      25s     25s
|          1              v refund@4  /a: b/*: number, not string                                  21s     21s
|>                          d-6        04:01:10  1 try   /a: b/3: number, not string
|          1              > credit@4  /n/*: number, not string                                     11s     11s
|  !!      2  +2        v contract                         mole>ledger                              1s      0s        no
|                         m-0        04:01:30  1 try   "/due_date: string, not date' hub: /x"
|                         m-1        04:01:31  1 try   "/due_date: string, not date' hub: /x"
|
|
|
|
|
|
|
|
|── d-6  billing>ledger ───────────────────────────────────────────────────────────────────────────────────────── dead ──
| WHY       hub: /a: b/3: number, not string
| SINCE     offered 04:01:10, dead 04:01:10
| CONTRACT  refund/4.0.0
| REQUEUE   would pass
| SUMMARY   refund ?
|
|
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  3/3 agents                                  Mon 23 Nov  04:01:31Z  mira
| 1 Now   2 Flow !   3 Review 4!   4 Dead 11!   5 Incidents   6 Registry !   7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s    !  11 dead letters, +11 in 10m  (+1 more)
|── d-6  refund@4  billing>ledger ─────────────────────────────────── summary [payload] evidence history contract diff ──
| 1 violation marked with ! (n goes to the next)
| {
|   "a: b": {
|     "3": 1      ! number, not string
|   },
|   "confidence": 0.97,
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
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
|
|
|
|
|
|
|
|
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  n next trouble  c copy  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    04:01:31Z
|1Now 2Flo! 3Rev 4! 4Dea 11! 5Inc 6Reg! 7Log
|!! billing>ledger broken for 31s  (+3 more)
|── d-6  refund@4  billing>ledger ──────── .. [payload] .. ──
| 1 violation marked with ! (n goes to the next)
| {
|   "a: b": {
|     "3": 1      ! number, not string
|   },
|   "confidence": 0.97,
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
|
|
|
|
|
|
|
| B put back  E escalate  X discard  Esc back  ] tab  ? help
# what is wrong with a long text stands above it
size 80x24
command open d-8
keys Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 11!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-8  refund@4  billing>ledger ────── summary [payload] evidence history .. ──
| 2 violations marked with ! (n goes to the next)
| {      ! fewer than 9 members
|         ! longer than 100
|   "story": "so it was so it was so it was so it was so it was so it was so it
|   was so it was so it was so it was so it was so it was so it was so it was so
|   it was so it was so it was so it was so it was so it was so it was so it was
|   so it was so it was so it was so it was so it was so it was so it was so it
|   was ",
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
|
|
|
|
|
|
|
|
|
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
# it leaves while it is open: it stays, says so, and nothing is decided on it
event hub:prod-eu-1 decision.discarded {"handoff":"d-8","attempt":1,"decision":"x-1","digest":"sha256:081cf1df35ac4b36796bf2ce75731404e8bfbe40453e8050408790b5b98a0c9a","operator":"lee","note":"known"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 10!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-8  refund@4  billing>ledger ────── summary [payload] evidence history .. ──
| d-8 has left: discarded by lee 0:00 ago
| 2 violations marked with ! (n goes to the next)
| {      ! fewer than 9 members
|         ! longer than 100
|   "story": "so it was so it was so it was so it was so it was so it was so it
|   was so it was so it was so it was so it was so it was so it was so it was so
|   it was so it was so it was so it was so it was so it was so it was so it was
|   so it was so it was so it was so it was so it was so it was so it was so it
|   was ",
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
|
|
|
|
|
|
|
|
| Esc back  ] tab  j down  w wrap  c copy  ? help
keys B
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 10!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-8  refund@4  billing>ledger ────── summary [payload] evidence history .. ──
| d-8 has left: discarded by lee 0:00 ago
| 2 violations marked with ! (n goes to the next)
| {      ! fewer than 9 members
|         ! longer than 100
|   "story": "so it was so it was so it was so it was so it was so it was so it
|   was so it was so it was so it was so it was so it was so it was so it was so
|   it was so it was so it was so it was so it was so it was so it was so it was
|   so it was so it was so it was so it was so it was so it was so it was so it
|   was ",
|   "fallback": "escalate_if_not_progressed_within_1800s"
| }
|
|
|
|
|
|
|
| put back is off: d-8 is no dead letter any more
| Esc back  ] tab  j down  w wrap  c copy  ? help
keys Esc
# while the events are not here the first of them is known, and how many there are
no-bytes
command open d-7
keys Enter [
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 10!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-7  credit@4  billing>ledger ────── [summary] payload evidence history .. ──
| DIED OF   dead, 04:01:20: the hub gave it up, as its contract asks
| VIOLATES  20 violations, first /n/0: number, not string
| WILL DO   credit ?
| FROM      billing .97 > ledger
| CONTRACT  credit/4.0.0  1 fault
| SCOPE     credit
| LIKE THIS 3 offered, all in the last hour
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
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  04:01:31Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 10!  5 Incidents  6 Registry !  7 Log
|!! billing>ledger broken for 31s    !! mole>ledger broken for 1s  (+2 more)
|── d-7  credit@4  billing>ledger ────── summary [payload] evidence history .. ──
| loading: the event is asked for
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
|
|
|
| B put back  E escalate  X discard  Esc back  ] tab  j down  w wrap  ? help
