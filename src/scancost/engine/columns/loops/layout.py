"""Columns of the arrays that the loops share. Records are rows of 64-bit ints."""

# What a column of the orders is to the reader.
UNUSED = 0
TERM = 1  # one of the fields that are chosen from lists: part of the combination
SERVICE_DATE = 2
EXPIRES = 3
BIRTH = 4
LAST_SERVICE = 5
AMOUNT = 6  # billed, allowed, cash price: 6, 7, 8
ORDER_ID = 9
MEMBER_ID = 10
FAMILY_ID = 11
BALANCE = 12  # the four met, then the four remaining: 12 to 19

# A row as it is read. Amounts are cents, dates ordinals; BLANK where nothing is said.
R_NUMBER = 0
R_DAY = 1
R_BILLED = 2
R_ALLOWED = 3
R_CASH = 4
R_EXPIRES = 5
R_BIRTH = 6
R_LAST = 7
R_MEMBER = 8  # two words
R_FAMILY = 10  # two words
R_ORDER_AT = 12  # where the text starts, and how long it is
R_ORDER_LENGTH = 13
R_MEMBER_AT = 14
R_MEMBER_LENGTH = 15
R_FAMILY_AT = 16
R_FAMILY_LENGTH = 17
R_COMBINATION = 18
R_SLOT = 19
R_DECIDED = 20
R_START = 21  # where the row starts and ends in the block
R_END = 22
R_IS_GOOD = 23  # 1: vouched for; 0: for the interpreted reader; -1: rejected
R_RAW_AT = 24  # the member's text before it was made safe for a cell
R_RAW_LENGTH = 25
R_BALANCE = 26  # the four met, then the four remaining; after judging the first four as met
READ_WIDTH = 34

BLANK = -1
IRREGULAR = -2
NEVER = -3

# What is known of a combination.
C_IS_GOOD = 0
C_FIRST_DAY = 1
C_LAST_DAY = 2
C_NEEDS_DATES = 3
C_COVERAGE = 4  # 0 self-only, 1 family, BLANK as the family id says
C_EDGES = 5  # where in the edges the ages, the months and the days start, and where they end
COMBINATION_WIDTH = 9

# What is known of a slot: a combination with its facts.
S_DECIDED = 0  # or -1: no decision
S_IS_CONTRACTED = 1
S_POLICY = 2
S_WHOLE = 3  # the whole limits that "remaining" is of, in the order of BALANCES, or -1
SLOT_WIDTH = 7

# An order that waits to be settled: the words of its record.
W_WHEN = 0  # its day above the number of its row: orders are settled in this order
W_DECIDED = 1  # index of its decision above what it shares accumulators with; settled, above flags
W_TEXTS = 2  # lengths of the order's and the member's text, as cells
W_BILLED = 3
W_ALLOWED = 4
W_CASH = 5
W_FAMILY = 6  # two words
W_MEMBER = 8  # two words
WAITING_WIDTH = 10
W_RAW_TEXTS = 10  # lengths of the member's and the family's text, as they are
WAITING_WITH_TEXTS = 11
W_STATED = 11
WAITING_WITH_BALANCES = 15

ROW_BITS = 40  # of W_WHEN
LOW_BITS = 3  # of W_DECIDED
LOW_MASK = 7
KIND_BITS = 24  # of an index: above them is the number of the service
KIND_MASK = 0xFFFFFF
ALONE, MEMBER_ALONE, IN_FAMILY = 0, 1, 2
IS_UNSTATED, IS_AFTER_REJECTED, IS_LARGE = 1, 2, 4  # flags of a settled order
LENGTH_BITS = 32  # of each text length
LENGTH_MASK = 0xFFFFFFFF
LONGEST_TEXT = 32_767  # a longer one is for the interpreted reader

# A settled order has its amounts in place of the words from W_BILLED on: 14 halves of words, from
# the half H_AMOUNTS on. Where one does not fit, the word W_BILLED is a row of a table of large
# amounts, and the order IS_LARGE.
H_AMOUNTS = 6
A_BILLED = 0
A_ALLOWED = 1
A_COPAY = 2
A_DEDUCTIBLE = 3
A_COINSURANCE = 4
A_PENALTY = 5
A_BALANCE_BILL = 6
A_UNCOVERED = 7
A_PLAN_PAYS = 8
A_DEDUCTIBLE_LEFT = 9
A_OUT_OF_POCKET_LEFT = 10
A_OTHER_PATIENT_PAYS = 11
A_OTHER_PLAN_PAYS = 12
A_PURPOSE_PATIENT_PAYS = 13
AMOUNTS_WIDTH = 14
NOTHING_SAID = -1  # in place of an amount that is unknown, or where there is no limit
MOST_IN_A_HALF = 0xFFFFFFFF  # of an amount less NOTHING_SAID

# Where orders of a lot lie: in which part (or group of parts), from which record to which, from which
# byte of its texts to which.
SPAN_PART = 0
SPAN_START = 1
SPAN_END = 2
SPAN_TEXT = 3
SPAN_TEXT_END = 4
SPAN_WIDTH = 5

# What is known of a decision. The texts are places in one array of bytes.
D_LIMITS = 0
D_TERMS = 1
D_OTHER_AUTHORIZATION = 2
D_OTHER_PURPOSE = 3
D_POLICY = 4
D_STATUS = 5
D_SHOWS = 6  # bits: deductible left, out-of-pocket left, patient pays if not authorized
D_STAKE = 7  # 1, -1: which way the money at stake counts; 0 none
D_POLICY_AT = 8  # and length: "policy,"
D_MIDDLE_AT = 10  # and length: "tier,protected,status"
D_REASONS = 12  # which table of reasons
D_NEEDS_AT = 13  # four places and lengths: bit 0 unstated, bit 1 after a rejected order
DECISION_WIDTH = 21

# What a lot comes to.
T_BILLED = 0
T_ALLOWED = 1
T_PATIENT_PAYS = 2
T_PLAN_PAYS = 3
T_WRITE_OFF = 4
T_AT_STAKE = 5
T_TO_AUTHORIZE = 6
T_STATUS = 7  # one count a status
TOTALS_WIDTH = 16

# An amount met at the start of a run, or a rejected order.
G_WHO = 0  # policy and kind (see who_of)
G_FAMILY = 1  # two words
G_WHEN = 3  # of a rejected order: as W_WHEN, 0 where its day cannot be told
REJECTED_WIDTH = 4
G_MEMBER = 3  # two words
G_POOL = 5
G_MET = 6
GIVEN_WIDTH = 10
