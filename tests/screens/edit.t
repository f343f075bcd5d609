# An artifact is edited, checked, and approved as edited.
recording tests/screens/data/hundred.jsonl
size 80x24
at end
keys 3 e
wishes
|edit h-061 1 sha256:a0dcb4a2
edited {"no": "s-00", "confidence": 0.55, "fallback": "stop_if_not_progressed_within_1250s"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|>   20:41 h-061    single.00@1        desk>clerk    .55 <.70  stops
|    21:19 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:52 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:02 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:12 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:02 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:22 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-061  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-00
| AT 0:00   stops: nothing more happens, at 05:21:12
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| h-061: nothing was changed
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys e
edited {"no": "s-00", "confidence": 0.55, "fallback": 
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|>   20:41 h-061    single.00@1        desk>clerk    .55 <.70  stops
|    21:19 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:51 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:02 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:12 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:02 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:22 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-061  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-00
| AT 0:00   stops: nothing more happens, at 05:21:12
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| no JSON: expected a value, but the text ends at line 1, column 48; e edits it ~
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys e
edited {"no": "s-00", "confidence": 0.9, "fallback": "stop_if_not_progressed_within_1250s", "seen": [1, 2]}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|>   20:41 h-061    single.00@1        desk>clerk    .55 <.70  stops
|    21:19 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:51 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:01 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:11 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:02 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:22 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-061  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-00
|═══ APPROVE 1 handoff as edited ════════════════════════════ nothing sent yet ══
|    h-061  desk>clerk  single.00@1                                    due 20:41
|    s-00
|    - /confidence  0.55
|    + /confidence  0.9
|    + /seen  [1,2]
| new   sha256:d39cd1d43bef573c...  the original is kept
| note  (Tab to write one)
| press  A  then  y  to approve   Tab note   any other key: go back
keys Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:30Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ─────────────── alike together, v: each  39 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|>   20:41 h-061    single.00@1        desk>clerk    .55 <.70  stops
|    21:19 x14 +    refund.decision@1  fraud>refund  .41-.67   SHIPS EUR 1197
|    22:51 h-062    single.00@1        desk>clerk    .55 <.70  stops
|    25:01 h-063    single.01@1        desk>clerk    .55 <.70  stops
|    27:11 h-064    single.01@1        desk>clerk    .55 <.70  stops
|    28:02 x8 +     refund.decision@1  fraud>refund  .41-.55   SHIPS EUR 516
|    29:22 h-065    single.02@1        desk>clerk    .55 <.70  stops
|── h-061  single.00@1  desk>clerk ───── [summary] payload evidence history .. ──
| WHY HERE  confidence .55, the contract asks .70
| WILL DO   s-00
| AT 0:00   stops: nothing more happens, at 05:21:12
| FROM      desk .55 > clerk
| CONTRACT  single.00/1.0.0  0 faults  with the taker, who waits
| SCOPE     single.00
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| nothing sent, the edit is kept for e
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys e
edited {"no": "s-00", "confidence": 0.9, "fallback": "stop_if_not_progressed_within_1250s", "seen": [1, 2]}
# e is no act: what is small sends nothing, A and y do
keys y
wait 6s
wishes
|edit h-061 1 sha256:a0dcb4a2
|edit h-061 1 sha256:a0dcb4a2
|drop-keys
|claim h-061 by mira 300
|release h-061 by mira 0
|edit h-061 1 sha256:a0dcb4a2
|drop-keys
|claim h-061 by mira 300
|claim h-061 by mira 300
keys A y
wait 6s
wishes
|drop-keys
|record
|decide d-1: approve h-061 attempt 1 sha256:a0dcb4a2 by mira artifact {"no":"s-00","confidence":0.9,"fallback":"stop_if_not_progressed_within_1250s","seen":[1,2]}
# what breaks its contract is named, with the line
command open h-087
keys e
edited {"no": "e-01", "lines": [1, "two"], "confidence": 0.9, "fallback": "stop_if_not_progressed_within_1990s"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:43Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ────── alike together, v: each  6 above, 33 more below ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO     CONF      IF NOBODY ACTS
|    29:09 h-065    single.02@1    desk>clerk  .55 <.70  stops
|    31:19 h-066    single.02@1    desk>clerk  .55 <.70  stops
|  ! 31:23 h-086    entry@1        clerk>bank  1 viol.   stops
|> ! 32:53 h-087    entry@1        clerk>bank  1 viol.   stops
|    33:29 h-067    single.03@1    desk>clerk  .55 <.70  stops
|  ! 34:24 h-088    entry@1        clerk>bank  1 viol.   stops
|    34:31 x12 +    kyc.verdict@1  kyc>fraud   .41-.63   stops
|── h-087  entry@1  clerk>bank ───────── [summary] payload evidence history .. ──
| WHY HERE  faults: schema
| VIOLATES  /lines/1: string, not number
| WILL DO   entry e-01, 1, one
| AT 0:00   stops: nothing more happens, at 05:33:37
| FROM      clerk .90 > bank
| CONTRACT  entry/1.0.0  1 fault  with the taker, who waits
|── sent in the last 5 min ────── 0 done, 1 under way, 0 not done, :sent lists ──
| 05:00:37 approve h-061 sent 1.6s
|
| line 1: /lines/1: string, not number; e edits it again
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys e
edited {"no": "e-01", "lines": [1, 2], "confidence": 0.9, "fallback": "stop_if_not_progressed_within_1990s"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  05:00:43Z  mira
| 1 Now  2 Flow !  3 Review 100  4 Dead  5 Incidents  6 Registry !  7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27  (+3 more)
|── REVIEW  100 waiting ────── alike together, v: each  6 above, 33 more below ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO     CONF      IF NOBODY ACTS
|    29:09 h-065    single.02@1    desk>clerk  .55 <.70  stops
|    31:19 h-066    single.02@1    desk>clerk  .55 <.70  stops
|  ! 31:23 h-086    entry@1        clerk>bank  1 viol.   stops
|> ! 32:53 h-087    entry@1        clerk>bank  1 viol.   stops
|    33:29 h-067    single.03@1    desk>clerk  .55 <.70  stops
|  ! 34:23 h-088    entry@1        clerk>bank  1 viol.   stops
|    34:30 x12 +    kyc.verdict@1  kyc>fraud   .41-.63   stops
|── h-087  entry@1  clerk>bank ───────── [summary] payload evidence history .. ──
| WHY HERE  faults: schema
|═══ APPROVE 1 handoff as edited ════════════════════════════ nothing sent yet ══
| !  h-087  clerk>bank  entry@1                                        due 32:53
|    entry e-01, 1, one
|    - /lines/1  "one"
|    + /lines/1  2
| new   sha256:ef8791aa14c93a8e...  the original is kept
| !  a note is needed: as offered it breaks its contract: 1 violation, /lines/1:
|    string, not number
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
keys s e e n Enter
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  12/12 agents                                Mon 23 Nov  05:00:43Z  mira
| 1 Now   2 Flow !   3 Review 100   4 Dead   5 Incidents   6 Registry !   7 Log
|!  clerk>bank: 15 handoffs break entry/1.0.0 since 05:00:27    !  desk>clerk LOW: 8 of the last 8 below .70  (+2 more)
|── REVIEW  100 waiting ────────────────────────────────────────────── alike together, v: each  6 above, 29 more below ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO     CONF         IF NOBODY ACTS   AGE   WILL DO
|    29:09 h-065    single.02@1    desk>clerk  .55 <.70     stops            20s   s-04
|    31:19 h-066    single.02@1    desk>clerk  .55 <.70     stops            20s   s-05
|  ! 31:23 h-086    entry@1        clerk>bank  1 violation  stops            16s   entry e-00, one
|> ! 32:53 h-087    entry@1        clerk>bank  1 violation  stops            16s   entry e-01, 1, one
|    33:29 h-067    single.03@1    desk>clerk  .55 <.70     stops            20s   s-06
|  ! 34:23 h-088    entry@1        clerk>bank  1 violation  stops            16s   entry e-02, 1, 1, one
|    34:30 x12 +    kyc.verdict@1  kyc>fraud   .41-.63      stops            29s   alike: l shows each
|    35:39 h-068    single.03@1    desk>clerk  .55 <.70     stops            20s   s-07
|  ! 35:54 h-089    entry@1        clerk>bank  1 violation  stops            16s   entry e-03, 1, 1, 1, one
|  ! 37:24 h-090    entry@1        clerk>bank  1 violation  stops            15s   entry e-04, 1, 1, 1, 1, one
|    37:50 h-069    single.04@1    desk>clerk  .55 <.70     stops            20s   s-08
|── h-087  entry@1  clerk>bank ────────────────────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  faults: schema                                  │ 1 violation marked with ! (n goes to the next)
| VIOLATES  /lines/1: string, not number                    │ {
| WILL DO   entry e-01, 1, one                              │   "no": "e-01",
| AT 0:00   stops: nothing more happens, at 05:33:37        │   "lines": [
| FROM      clerk .90 > bank                                │     1,
| CONTRACT  entry/1.0.0  1 fault  the taker waits           │     "one"      ! string, not number
| SCOPE     entry                                           │   ],
| LIKE THIS 15 offered, all in the last hour                │   "confidence": 0.9,
|                                                           │   "fallback": "stop_if_not_progressed_within_1990s"
|                                                           │ }
|═══ APPROVE 1 handoff as edited ════════════════════════════════════════════════════════════════════ nothing sent yet ══
| !  h-087  clerk>bank  entry@1                                                                                due 32:53
|    entry e-01, 1, one
|    - /lines/1  "one"
|    + /lines/1  2
| new   sha256:ef8791aa14c93a8e...  the original is kept
| !  as offered it breaks its contract: 1 violation, /lines/1: string, not number
| note  seen
| press  A  then  y  to approve   Tab note   any other key: go back
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    05:00:43Z
|1Now 2Flow ! 3Review 100 4Dead 5Incidents 6Registry ! 7Log
|!  clerk>bank: 15 break entry/1.0.0  (+3 more)
|── REVIEW  100 waiting ─────────────────────────────────────
|    DUE   HANDOFF FROM>TO    CONF     AT 0:00
|    29:09 h-065   desk>clerk .55 <.70 stops
|    31:19 h-066   desk>clerk .55 <.70 stops
|  ! 31:23 h-086   clerk>bank 1 viol.  stops
|> ! 32:53 h-087   clerk>bank 1 viol.  stops
|    33:29 h-067   desk>clerk .55 <.70 stops
|═══ APPROVE 1 handoff as edited ════════ nothing sent yet ══
| !  h-087  clerk>bank  entry@1                    due 32:53
|    entry e-01, 1, one
|    - /lines/1  "one"
|    + /lines/1  2
| new   sha256:ef8791aa14c93a8e...  the original is kept
| !  as offered it breaks its contract: 1 violation,
|    /lines/1: string, not number
| note  seen
| A then y approve  Tab note  other: back
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     05:00:43Z
|1N 2F! 3R 100 4D 5I 6R! 7L
|!  clerk>bank: 15 break  (+3)
|── REVIEW  100 waiting ─────────────────
|    DUE   FROM>TO    CONF AT 0:00
|═══ APPROVE 1 handoff as edited ════════
| !  h-087  clerk>bank         due 32:53
|    entry e-01, 1, one
|    - /lines/1  "one"
| new   sha256:ef8791aa...  not shown: 1~
| !  as offered it breaks its contract: 1
|    violation, /lines/1: string, not nu~
| note  seen
| A then y approve  Tab note  other: back
# of a cluster, none
keys Esc
command filter kyc.verdict
keys e
screen
| seam [LIVE 0.4s]  lost 0     05:00:43Z
|1N 2F! 3R 100 4D 5I 6R! 7L
|!  clerk>bank: 15 break  (+3)
|── REVIEW  100 waiting ──── 88 hidden ──
|    DUE   FROM>TO   CONF AT 0:00
|>   34:30 x12 kyc>~ .41  stops
|
|
|
|
|── h-023  kyc.verdict@1  kyc>fraud ─────
| conf .41, needs .70
| edit is for one of them: l shows each
| A approve  R reject  E escalate  ? help
# somebody else was first
command filter h-088
keys g e
event hub:prod-eu-1 decision.rejected {"decision":"x-1","handoff":"h-088","attempt":1,"digest":"sha256:d0c4bea0ccc542432fe2f82e2311193b34af5fdf6bed22ce7b02f486e32a3a81","operator":"lee","note":"no"}
edited {"no": "e-02"}
screen
| seam [LIVE 0.4s]  lost 0     05:00:44Z
|1Now 2Flo! 3Rev 99 4Dea 5Inc 6Reg! 7Log
|!  clerk>bank: 15 break  (+3)
|── REVIEW  99 waiting ───── 99 hidden ──
|    DUE   FROM>TO    CONF AT 0:00
|>       - clerk>bank 1flt rejected
|
|
|
|
|── h-088  entry@1  clerk>bank ──────────
| left: rejected by lee 0:00 ago
| h-088 rejected by lee: nothing sent, k~
| A approve  R reject  E escalate  ? help
