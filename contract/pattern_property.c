/* SPDX-License-Identifier: MIT */
/*
 * \p{...}: the names that ECMA-262 allows, to the letter, and PCRE2's for them. PCRE2
 * takes others too (bare scripts, any case, properties of its own), and of general
 * categories only the short ones.
 */
#include "contract/pattern_scan.h"

/* The one that PCRE2 takes, and what else it is called. */
static const char *const categories[][3] = {
	{ "C", "Other" },
	{ "Cc", "Control", "cntrl" },
	{ "Cf", "Format" },
	{ "Cn", "Unassigned" },
	{ "Co", "Private_Use" },
	{ "Cs", "Surrogate" },
	{ "L", "Letter" },
	{ "LC", "Cased_Letter" },
	{ "Ll", "Lowercase_Letter" },
	{ "Lm", "Modifier_Letter" },
	{ "Lo", "Other_Letter" },
	{ "Lt", "Titlecase_Letter" },
	{ "Lu", "Uppercase_Letter" },
	{ "M", "Mark", "Combining_Mark" },
	{ "Mc", "Spacing_Mark" },
	{ "Me", "Enclosing_Mark" },
	{ "Mn", "Nonspacing_Mark" },
	{ "N", "Number" },
	{ "Nd", "Decimal_Number", "digit" },
	{ "Nl", "Letter_Number" },
	{ "No", "Other_Number" },
	{ "P", "Punctuation", "punct" },
	{ "Pc", "Connector_Punctuation" },
	{ "Pd", "Dash_Punctuation" },
	{ "Pe", "Close_Punctuation" },
	{ "Pf", "Final_Punctuation" },
	{ "Pi", "Initial_Punctuation" },
	{ "Po", "Other_Punctuation" },
	{ "Ps", "Open_Punctuation" },
	{ "S", "Symbol" },
	{ "Sc", "Currency_Symbol" },
	{ "Sk", "Modifier_Symbol" },
	{ "Sm", "Math_Symbol" },
	{ "So", "Other_Symbol" },
	{ "Z", "Separator" },
	{ "Zl", "Line_Separator" },
	{ "Zp", "Paragraph_Separator" },
	{ "Zs", "Space_Separator" },
};

/* Those of Unicode 14, less Changes_When_NFKC_Casefolded, which PCRE2 does not know. */
static const char binary[] =
	" ASCII ASCII_Hex_Digit AHex Alphabetic Alpha Any Bidi_Control Bidi_C"
	" Bidi_Mirrored Bidi_M Case_Ignorable CI Cased Changes_When_Casefolded"
	" CWCF Changes_When_Casemapped CWCM Changes_When_Lowercased CWL"
	" Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash"
	" Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji"
	" Emoji_Component EComp Emoji_Modifier EMod Emoji_Modifier_Base EBase"
	" Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext"
	" Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex"
	" IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC"
	" ID_Start IDS Ideographic Ideo Join_Control Join_C"
	" Logical_Order_Exception LOE Lowercase Lower Math Noncharacter_Code_Point"
	" NChar Pattern_Syntax Pat_Syn Pattern_White_Space Pat_WS Quotation_Mark"
	" QMark Radical Regional_Indicator RI Sentence_Terminal STerm Soft_Dotted"
	" SD Terminal_Punctuation Term Unified_Ideograph UIdeo Uppercase Upper"
	" Variation_Selector VS White_Space space XID_Continue XIDC XID_Start XIDS"
	" ";

/* Long and short names of Unicode 14, less Katakana_Or_Hiragana, which no character has.
 */
static const char scripts[] =
	" Adlam Adlm Aghb Ahom Anatolian_Hieroglyphs Arab Arabic Armenian Armi"
	" Armn Avestan Avst Bali Balinese Bamu Bamum Bass Bassa_Vah Batak Batk"
	" Beng Bengali Bhaiksuki Bhks Bopo Bopomofo Brah Brahmi Brai Braille Bugi"
	" Buginese Buhd Buhid Cakm Canadian_Aboriginal Cans Cari Carian"
	" Caucasian_Albanian Chakma Cham Cher Cherokee Chorasmian Chrs Common Copt"
	" Coptic Cpmn Cprt Cuneiform Cypriot Cypro_Minoan Cyrillic Cyrl Deseret"
	" Deva Devanagari Diak Dives_Akuru Dogr Dogra Dsrt Dupl Duployan Egyp"
	" Egyptian_Hieroglyphs Elba Elbasan Elym Elymaic Ethi Ethiopic Geor"
	" Georgian Glag Glagolitic Gong Gonm Goth Gothic Gran Grantha Greek Grek"
	" Gujarati Gujr Gunjala_Gondi Gurmukhi Guru Han Hang Hangul Hani"
	" Hanifi_Rohingya Hano Hanunoo Hatr Hatran Hebr Hebrew Hira Hiragana Hluw"
	" Hmng Hmnp Hung Imperial_Aramaic Inherited Inscriptional_Pahlavi"
	" Inscriptional_Parthian Ital Java Javanese Kaithi Kali Kana Kannada"
	" Katakana Kayah_Li Khar Kharoshthi Khitan_Small_Script Khmer Khmr Khoj"
	" Khojki Khudawadi Kits Knda Kthi Lana Lao Laoo Latin Latn Lepc Lepcha"
	" Limb Limbu Lina Linb Linear_A Linear_B Lisu Lyci Lycian Lydi Lydian"
	" Mahajani Mahj Maka Makasar Malayalam Mand Mandaic Mani Manichaean Marc"
	" Marchen Masaram_Gondi Medefaidrin Medf Meetei_Mayek Mend Mende_Kikakui"
	" Merc Mero Meroitic_Cursive Meroitic_Hieroglyphs Miao Mlym Modi Mong"
	" Mongolian Mro Mroo Mtei Mult Multani Myanmar Mymr Nabataean Nand"
	" Nandinagari Narb Nbat New_Tai_Lue Newa Nko Nkoo Nshu Nushu"
	" Nyiakeng_Puachue_Hmong Ogam Ogham Ol_Chiki Olck Old_Hungarian Old_Italic"
	" Old_North_Arabian Old_Permic Old_Persian Old_Sogdian Old_South_Arabian"
	" Old_Turkic Old_Uyghur Oriya Orkh Orya Osage Osge Osma Osmanya Ougr"
	" Pahawh_Hmong Palm Palmyrene Pau_Cin_Hau Pauc Perm Phag Phags_Pa Phli"
	" Phlp Phnx Phoenician Plrd Prti Psalter_Pahlavi Qaac Qaai Rejang Rjng"
	" Rohg Runic Runr Samaritan Samr Sarb Saur Saurashtra Sgnw Sharada Shavian"
	" Shaw Shrd Sidd Siddham SignWriting Sind Sinh Sinhala Sogd Sogdian Sogo"
	" Sora Sora_Sompeng Soyo Soyombo Sund Sundanese Sylo Syloti_Nagri Syrc"
	" Syriac Tagalog Tagb Tagbanwa Tai_Le Tai_Tham Tai_Viet Takr Takri Tale"
	" Talu Tamil Taml Tang Tangsa Tangut Tavt Telu Telugu Tfng Tglg Thaa"
	" Thaana Thai Tibetan Tibt Tifinagh Tirh Tirhuta Tnsa Toto Ugar Ugaritic"
	" Unknown Vai Vaii Vith Vithkuqi Wancho Wara Warang_Citi Wcho Xpeo Xsux"
	" Yezi Yezidi Yi Yiii Zanabazar_Square Zanb Zinh Zyyy Zzzz"
	" ";

static const char *category(struct str name)
{
	for (size_t i = 0; i < sizeof(categories) / sizeof(*categories); i++) {
		for (size_t k = 0; k < 3 && categories[i][k] != NULL; k++) {
			if (str_is(name, categories[i][k]))
				return categories[i][0];
		}
	}
	return NULL;
}

/* Whether `list` has it between two blanks. */
static bool is_listed(const char *list, struct str name)
{
	char word[64];

	if (name.n == 0 || name.n > sizeof(word) - 3)
		return false;
	word[0] = ' ';
	memcpy(word + 1, name.p, name.n);
	memcpy(word + 1 + name.n, " ", 2);
	return strstr(list, word) != NULL;
}

static struct str take_word(struct pattern_scan *s)
{
	size_t start = s->at;

	for (;; s->at++) {
		int c = scan_peek(s, 0);

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'))
			return (struct str){ s->in.p + start, s->at - start };
	}
}

static bool write_category(struct buf *out, struct str value)
{
	const char *known = category(value);

	buf_str(out, known != NULL ? known : "");
	return known != NULL;
}

static bool write_script(struct buf *out, const char *prefix, struct str value)
{
	buf_str(out, prefix);
	buf_slice(out, value);
	return is_listed(scripts, value);
}

static bool write_value(struct buf *out, struct str name, struct str value)
{
	if (str_is(name, "General_Category") || str_is(name, "gc"))
		return write_category(out, value);
	if (str_is(name, "Script") || str_is(name, "sc"))
		return write_script(out, "sc:", value);
	return (str_is(name, "Script_Extensions") || str_is(name, "scx")) &&
		write_script(out, "scx:", value);
}

static bool write_name(struct buf *out, struct str name)
{
	if (write_category(out, name))
		return true;
	buf_slice(out, name);
	return is_listed(binary, name);
}

bool scan_property(struct pattern_scan *s, bool negated)
{
	struct buf *out = &s->text->regex;
	size_t at = s->at - 2;
	struct str name, value;
	bool good;

	if (!scan_take(s, "{"))
		return scan_fail(s, at, "no such property");
	name = take_word(s);
	if (str_is(name, "Assigned") && scan_take(s, "}")) {
		buf_str(out, negated ? "\\p{Cn}" : "\\P{Cn}");
		return true;
	}
	buf_str(out, negated ? "\\P{" : "\\p{");
	if (scan_take(s, "=")) {
		value = take_word(s);
		good = write_value(out, name, value);
	} else {
		good = write_name(out, name);
	}
	buf_char(out, '}');
	return (good && scan_take(s, "}")) || scan_fail(s, at, "no such property");
}
