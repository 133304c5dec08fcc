/// What is said about the cookie choice and the colours; the words stand in the file of each language.
#[derive(Debug, PartialEq)]
pub struct CookieMessages {
    /// The name of the notice.
    pub name: &'static str,
    /// The notice where optional purposes are on until refused.
    pub question_opt_out: &'static str,
    /// The notice where they are off until accepted.
    pub question_opt_in: &'static str,
    /// Before it: the earlier answer has ended.
    pub expired: &'static str,
    /// Before it: what is asked has changed.
    pub revised: &'static str,
    /// Before it: an earlier answer is not about every purpose.
    pub new_purpose: &'static str,
    /// Before it: the earlier answer could not be read.
    pub unreadable: &'static str,
    /// The button that allows.
    pub accept: &'static str,
    /// The button that refuses.
    pub opt_out: &'static str,
    /// The link to the cookie section.
    pub read_more: &'static str,
    /// Said after everything was allowed.
    pub accepted: &'static str,
    /// Said after everything was refused.
    pub opted_out: &'static str,
    /// Said after a choice between them.
    pub chosen: &'static str,
    /// Where the choice can be changed.
    pub change: &'static str,
    /// The button that takes the confirmation away.
    pub hide: &'static str,
    /// The choice could not be stored.
    pub not_kept: &'static str,
    /// Something refused is still running.
    pub scripts_still_running: &'static str,
    /// The heading of the cookie section, and the link to it.
    pub settings: &'static str,
    /// What the section is about.
    pub intro: &'static str,
    /// The section where nothing is optional.
    pub nothing_optional: &'static str,
    /// Nothing optional runs, since scripts have not started.
    pub inactive: &'static str,
    /// The browser sends Global Privacy Control.
    pub signalled: &'static str,
    /// What is optional is on without an answer.
    pub on_unasked: &'static str,
    /// Something optional is off without an answer.
    pub off_unasked: &'static str,
    /// The button that keeps the checkboxes as they are.
    pub save: &'static str,
    /// Stands before who sets a cookie.
    pub set_by: &'static str,
    /// Stands before how long it lasts.
    pub kept: &'static str,
    /// The site itself sets it.
    pub this_site: &'static str,
    /// A cookie.
    pub cookie: &'static str,
    /// A key of the browser's storage.
    pub storage: &'static str,
    /// Until the browser is closed.
    pub session: &'static str,
    /// Until the visitor refuses or removes it.
    pub until_refused: &'static str,
    /// The name of the stored answer.
    pub record: &'static str,
    /// What the stored answer is for.
    pub record_text: &'static str,
    /// The link to the operator.
    pub contact: &'static str,
    /// The link to the privacy notice.
    pub privacy: &'static str,
    /// In place of a frame that may not load; the purpose's name follows.
    pub blocked: &'static str,
    /// The button that allows it; the purpose's name follows.
    pub allow: &'static str,
    /// The name of the switch between light and dark.
    pub theme: &'static str,
    /// As the system has it.
    pub automatic: &'static str,
    /// Light.
    pub light: &'static str,
    /// Dark.
    pub dark: &'static str,
    /// The switch is not remembered.
    pub not_remembered: &'static str,
}
