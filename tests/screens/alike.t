# Review with a hundred that wait: those that are alike are one row.
recording tests/screens/data/hundred.jsonl
size 80x24
at end
keys 3 j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:42 h-061    single.00@1        desk>clerk    .55 <.70  stops
|>   21:20 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:52 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:02 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:12 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:03 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:23 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-001  refund.decision@1  fraud>refund ───── [summary] payload evidence .. ──
| the first of 14 alike: confidence .41-.67, EUR 1197; l shows each
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund.decision 0-00: EUR 40
| AT 0:00   SHIPS without review, at 05:21:50
| EVIDENCE  2 of 3 missing:  - /kyc  - /device  + /chargeback
| FROM      fraud .41 > refund
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# each of them
keys l j j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  53 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:42 h-061    single.00@1        desk>clerk    .55 <.70  stops
|    21:20 x14 -    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    21:20|h-001    refund.decision@1  fraud>refund  .41 <.70  SHIPS EUR 40
|>   21:40|h-002    refund.decision@1  fraud>refund  .43 <.70  SHIPS EUR 47
|    22:00|h-003    refund.decision@1  fraud>refund  .45 <.70  SHIPS EUR 54
|    22:20|h-004    refund.decision@1  fraud>refund  .47 <.70  SHIPS EUR 61
|    22:41|h-005    refund.decision@1  fraud>refund  .49 <.70  SHIPS EUR 68
|── h-002  refund.decision@1  fraud>refund ───── [summary] payload evidence .. ──
| WHY HERE  confidence .43, the contract asks .70
| WILL DO   refund.decision 0-01: EUR 47
| AT 0:00   SHIPS without review, at 05:22:10
| EVIDENCE  2 of 3 missing:  - /kyc  - /device  + /chargeback
| FROM      fraud .43 > refund
| CONTRACT  refund.decision/1.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# folded from within, the cursor goes to the row they are of
keys h
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:42 h-061    single.00@1        desk>clerk    .55 <.70  stops
|>   21:20 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:52 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:02 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:12 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:03 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:23 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-001  refund.decision@1  fraud>refund ───── [summary] payload evidence .. ──
| the first of 14 alike: confidence .41-.67, EUR 1197; l shows each
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund.decision 0-00: EUR 40
| AT 0:00   SHIPS without review, at 05:21:50
| EVIDENCE  2 of 3 missing:  - /kyc  - /device  + /chargeback
| FROM      fraud .41 > refund
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# a capital is about all of it
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:42 h-061    single.00@1        desk>clerk    .55 <.70  stops
|>   21:20 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:52 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:02 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:12 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:03 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|═══ APPROVE 14 handoffs  sha256:16d0a988b6599d16 ═══════════ nothing sent yet ══
|    h-001  fraud>refund  refund.decision@1  refund.decision 0-00: E~  due 21:20
|    h-002  fraud>refund  refund.decision@1  refund.decision 0-01: E~  due 21:40
|    h-003  fraud>refund  refund.decision@1  refund.decision 0-02: E~  due 22:00
|    h-004  fraud>refund  refund.decision@1  refund.decision 0-03: E~  due 22:20
|    h-005  fraud>refund  refund.decision@1  refund.decision 0-04: E~  due 22:41
|    h-006  fraud>refund  refund.decision@1  refund.decision 0-05: E~  due 23:01
|    h-007  fraud>refund  refund.decision@1  refund.decision 0-06: E~  due 23:21
|    h-008  fraud>refund  refund.decision@1  refund.decision 0-07: E~  due 23:41
|    total EUR 1197   6 of 14 not on this screen   one kind, one edge
| !  evidence missing in 14 of 14
| note  (Tab to write one)
| type  14  then  y  to approve   typed: _   Tab note   any other key: go back
keys 1 4 y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:42 h-061    single.00@1        desk>clerk    .55 <.70  stops
|>   21:20 x14 +    refund.decision@1  fraud>refund  .41-.67   APPROVE in 5s
|    22:52 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:02 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:12 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:03 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:23 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-001  refund.decision@1  fraud>refund ───── [summary] payload evidence .. ──
| the first of 14 alike: confidence .41-.67, EUR 1197; l shows each
| DECISION  approve in 5s
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund.decision 0-00: EUR 40
| AT 0:00   SHIPS without review, at 05:21:50
| EVIDENCE  2 of 3 missing:  - /kyc  - /device  + /chargeback
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| sending in 5s: APPROVE h-001, h-002, h-003 and 11 more   u undo   (held back, ~
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wait 6s
wishes
|drop-keys
|claim h-001 by mira 300
|claim h-002 by mira 300
|claim h-003 by mira 300
|claim h-004 by mira 300
|claim h-005 by mira 300
|claim h-006 by mira 300
|claim h-007 by mira 300
|claim h-008 by mira 300
|claim h-009 by mira 300
|claim h-010 by mira 300
|claim h-011 by mira 300
|claim h-012 by mira 300
|claim h-013 by mira 300
|claim h-014 by mira 300
|drop-keys
|record
|decide d-1: approve h-001 attempt 1 sha256:428f3971 by mira
|record
|decide d-2: approve h-002 attempt 1 sha256:36e2f9b1 by mira
|record
|decide d-3: approve h-003 attempt 1 sha256:a3d08252 by mira
|record
|decide d-4: approve h-004 attempt 1 sha256:9543119d by mira
|record
|decide d-5: approve h-005 attempt 1 sha256:8b67d1c9 by mira
|record
|decide d-6: approve h-006 attempt 1 sha256:b5613ebc by mira
|record
|decide d-7: approve h-007 attempt 1 sha256:ebd24971 by mira
|record
|decide d-8: approve h-008 attempt 1 sha256:280243b3 by mira
|record
|decide d-9: approve h-009 attempt 1 sha256:bf471986 by mira
|record
|decide d-10: approve h-010 attempt 1 sha256:dd152ba2 by mira
|record
|decide d-11: approve h-011 attempt 1 sha256:00a66008 by mira
|record
|decide d-12: approve h-012 attempt 1 sha256:dee48a13 by mira
|record
|decide d-13: approve h-013 attempt 1 sha256:04195275 by mira
|record
|decide d-14: approve h-014 attempt 1 sha256:959431cd by mira
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:36Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:36 h-061    single.00@1        desk>clerk    .55 <.70  stops
|    21:14 x14 +    refund.decision@1  fraud>refund  .41-.67   APPROVE sent 1.3s
|>   22:46 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    24:56 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:06 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    27:57 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:17 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-062  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-01
| AT 0:00   stops: nothing more happens, at 05:23:22
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|── sent in the last 5 min ───── 0 done, 14 under way, 0 not done, :sent lists ──
| 05:00:30 approve 14: 14 sent
|
| approve 14: 14 sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# marked as one, and some of it
keys g j l j Space h
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:36Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ───── alike together, v: each  39 more below  1 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:36 h-061    single.00@1        desk>clerk    .55 <.70  stops
|>+  21:14 x14 +    refund.decision@1  fraud>refund  .41-.67   APPROVE sent
|    22:46 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    24:56 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:06 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    27:57 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:17 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-001  refund.decision@1  fraud>refund ───── [summary] payload evidence .. ──
| the first of 14 alike: confidence .41-.67, EUR 1197; l shows each
| DECISION  approve sent, no answer 2s
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund.decision 0-00: EUR 40
| AT 0:00   SHIPS without review, at 05:21:50
| EVIDENCE  2 of 3 missing:  - /kyc  - /device  + /chargeback
|── sent in the last 5 min ───── 0 done, 14 under way, 0 not done, :sent lists ──
| 05:00:30 approve 14: 14 no answer
|
| approve 14: 14 no answer
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:36Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ──── alike together, v: each  39 more below  14 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:36 h-061    single.00@1        desk>clerk    .55 <.70  stops
| *  21:14 x14 +    refund.decision@1  fraud>refund  .41-.67   APPROVE sent
|>   22:46 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    24:56 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:06 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    27:57 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:17 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-062  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-01
| AT 0:00   stops: nothing more happens, at 05:23:22
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|── sent in the last 5 min ───── 0 done, 14 under way, 0 not done, :sent lists ──
| 05:00:30 approve 14: 14 no answer
|
| approve 14: 14 no answer
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# each by itself, and back
keys v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:36Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ────────── v: alike together  93 more below  14 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:36 h-061    single.00@1        desk>clerk    .55 <.70  stops
| *  21:14 h-001    refund.decision@1  fraud>refund  .41 <.70  APPROVE sent
| *  21:34 h-002    refund.decision@1  fraud>refund  .43 <.70  APPROVE sent
| *  21:54 h-003    refund.decision@1  fraud>refund  .45 <.70  APPROVE sent
| *  22:14 h-004    refund.decision@1  fraud>refund  .47 <.70  APPROVE sent
| *  22:35 h-005    refund.decision@1  fraud>refund  .49 <.70  APPROVE sent
|>   22:46 h-062    single.00@1        desk>clerk    .55 <.70  stops
|── h-062  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-01
| AT 0:00   stops: nothing more happens, at 05:23:22
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|── sent in the last 5 min ───── 0 done, 14 under way, 0 not done, :sent lists ──
| 05:00:30 approve 14: 14 no answer
|
| each by itself, by deadline
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys v
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  12/12 agents                                Mon 23 Nov  05:00:36Z  mira
| 1 Now   2 Flow !   3 Review 100   4 Dead   5 Incidents   6 Registry !   7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27    !  desk>clerk LOW: 8 of the last 8 below .70  (+2 more)
|── REVIEW  100 waiting ──────────────────────────────────────────── alike together, v: each  35 more below  14 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF         IF NOBODY ACTS   AGE   WILL DO
|    20:36 h-061    single.00@1        desk>clerk    .55 <.70     stops            13s   s-00
| *  21:14 x14 +    refund.decision@1  fraud>refund  .41-.67      APPROVE sent     25s   alike: l shows each
|>   22:46 h-062    single.00@1        desk>clerk    .55 <.70     stops            13s   s-01
|    24:56 h-063    single.01@1        desk>clerk    .55 <.70     stops            13s   s-02
|    27:06 h-064    single.01@1        desk>clerk    .55 <.70     stops            13s   s-03
|    27:57 x8 +     refund.decision@1  fraud>refund  .41-.55      SHIPS EUR 516    23s   alike: l shows each
|    29:17 h-065    single.02@1        desk>clerk    .55 <.70     stops            13s   s-04
|    31:27 h-066    single.02@1        desk>clerk    .55 <.70     stops            12s   s-05
|  ! 31:31 h-086    entry@1            clerk>bank    1 violation  stops            8s    entry e-00, one
|  ! 33:01 h-087    entry@1            clerk>bank    1 violation  stops            8s    entry e-01, 1, one
|    33:37 h-067    single.03@1        desk>clerk    .55 <.70     stops            12s   s-06
|── h-062  single.00@1  desk>clerk ────────────────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  confidence .55, the contract asks .70           │ {
| WILL DO   s-01                                            │   "no": "s-01",
| AT 0:00   stops: nothing more happens, at 05:23:22        │   "confidence": 0.55,      < .70 asked
| FROM      desk .55 > clerk                                │   "fallback": "stop_if_not_progressed_within_1380s"
| CONTRACT  single.00/1.0.0  0 faults  the taker waits      │ }
| SCOPE     single.00                                       │
| LIKE THIS 2 offered, all in the last hour                 │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|── sent in the last 5 min ───────────────────────────────────────────── 0 done, 14 under way, 0 not done, :sent lists ──
| 05:00:30 approve 14: 14 no answer
|
| those that are alike are one row
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    05:00:36Z
|1Now 2Flow ! 3Review 100 4Dead 5Incidents 6Registry ! 7Log
|!  clerk>bank: 15 break entry/1.0.0  (+3 more)
|── REVIEW  100 waiting ──────────────────────── 14 marked ──
|    DUE   HANDOFF FROM>TO      CONF     AT 0:00
|    20:36 h-061   desk>clerk   .55 <.70 stops
| *  21:14 x14 +   fraud>refund .41-.67  APPROVE sent
|>   22:46 h-062   desk>clerk   .55 <.70 stops
|    24:56 h-063   desk>clerk   .55 <.70 stops
|    27:06 h-064   desk>clerk   .55 <.70 stops
|    27:57 x8 +    fraud>refund .41-.55  SHIPS EUR 516
|    29:17 h-065   desk>clerk   .55 <.70 stops
|── h-062  single.00@1  desk>clerk ────────── [summary] .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-01
| AT 0:00   stops: nothing more happens, at 05:23:22
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  the taker waits
| those that are alike are one row
| A approve  R reject  E escalate  H hold  Space mark  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     05:00:36Z
|1N 2F! 3R 100 4D 5I 6R! 7L
|!  clerk>bank: 15 break  (+3)
|── REVIEW  100 waiting ──── 14 marked ──
|    DUE   FROM>TO    CONF AT 0:00
|    20:36 desk>clerk .55  stops
| *  21:14 x14 fraud~ .41  APPROVE sent
|>   22:46 desk>clerk .55  stops
|    24:56 desk>clerk .55  stops
|    27:06 desk>clerk .55  stops
|── h-062  single.00@1  desk>clerk ──────
| conf .55, needs .70
| those that are alike are one row
| A approve  R reject  E escalate  ? help
# under a filter: those that it lets through
size 80x24
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:36Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|-- REVIEW  100 waiting ---- alike together, v: each  39 more below  14 marked --
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|    20:36 h-061    single.00@1        desk>clerk    .55 <.70  stops
| *  21:14 x14 +    refund.decision@1  fraud>refund  .41-.67   APPROVE sent
|>   22:46 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    24:56 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:06 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    27:57 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:17 h-065    single.02@1        desk>clerk    .55 <.70  stops
|-- h-062  single.00@1  desk>clerk ----- [summary] payload evidence history .. --
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-01
| AT 0:00   stops: nothing more happens, at 05:23:22
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|-- sent in the last 5 min ----- 0 done, 14 under way, 0 not done, :sent lists --
| 05:00:30 approve 14: 14 no answer
|
| those that are alike are one row
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
command filter notify
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:36Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ───────────────── 90 hidden, filter: notify  14 marked ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO         CONF      IF NOBODY ACTS
|>   41:21 x10 +    reply.draft@1  support>notify  .41-.59   stops
|
|
|
|
|
|
|── h-035  reply.draft@1  support>notify ─────── [summary] payload evidence .. ──
| the first of 10 alike: confidence .41-.59; l shows each
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   reply.draft 3-00: EUR 40
| AT 0:00   stops: nothing more happens, at 05:41:57
| FROM      support .41 > notify
| CONTRACT  reply.draft/1.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ───── 0 done, 14 under way, 0 not done, :sent lists ──
| 05:00:30 approve 14: 14 no answer
|
| those that are alike are one row
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
