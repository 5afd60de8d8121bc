//! Words that carry nothing of what a question is about. *Geen*, *niet* and *zonder* carry a lot, so they stay.

use rustc_hash::FxHashSet;

use crate::domain::language::Language;

const DUTCH: &str = "
de het een en of maar want dus als dan dat die dit deze er hier daar waar wie wat welke welk hoe wanneer waarom
ik je jij u jullie wij we hij zij ze men mij me mijn mn m jouw jou uw ons onze hun hen hem haar zijn zn is ben bent was
waren word wordt worden werd geworden heb hebt heeft hebben had hadden gehad kan kun kunt kunnen kon konden mag mogen
mocht moet moeten moest zal zult zullen zou zouden wil wilt willen wilde wou ga gaat gaan ging doe doet doen deed gedaan
krijg krijgt krijgen kreeg laat laten komt kom komen kwam zit zitten sta staat staan
in op aan van voor met bij naar uit om te tot door over per via ook nog wel al toch eens even nu straks weer zo heel
erg echt gewoon maar eigenlijk misschien soms altijd ergens iets iemand alles alle allemaal veel wat meer minder zelf
eerst daarna omdat zodat terwijl sinds tijdens tussen zoals net af toe heen hallo hoi
hey beste groet groetjes graag alvast a b c d e f g h j k l n o p q r s t v w x y z t k ie ff effe hoor zeg
ander andere";

const ENGLISH: &str = "
the a an and or but so if then that this these those there here where who what which how when why
i you he she it we they me my mine your yours his her its our their them us is am are was were be been being do does
did done have has had having can could may might must shall should will would want need get gets got getting go goes
going gone come comes let make makes
in on at of for with by to from into out up down about over under as than per via also still just yet already again
very really some any all every each much many more less most other another same
because while since during between like hi hello hey dear please im ive ill dont doesnt cant isnt
s t m re ve d ll";

/// The words without meaning of each language.
#[derive(Debug)]
pub(super) struct Stops {
    dutch: FxHashSet<&'static str>,
    english: FxHashSet<&'static str>,
}

impl Default for Stops {
    fn default() -> Self {
        Self { dutch: DUTCH.split_whitespace().collect(), english: ENGLISH.split_whitespace().collect() }
    }
}

impl Stops {
    /// Does this word carry nothing in `language`? Without a language: in either.
    pub(super) fn has(&self, word: &str, language: Option<Language>) -> bool {
        match language {
            Some(Language::Nl) => self.dutch.contains(word),
            Some(Language::En) => self.english.contains(word),
            None => self.dutch.contains(word) || self.english.contains(word),
        }
    }
}
