//! Natively: what a page's head can know of the choice, before the Wasm is there.

use super::record::VERSION;
use super::time::DAY;
use crate::model::{ConsentModel as Model, Site};

/// A JavaScript expression: whether a purpose is on, by the rules of records and states. Where it
/// cannot tell it is false, or throws. `s` is the local storage.
pub fn condition(site: &Site, purpose: &str) -> String {
    let key = literal(&site.storage_key());
    let purpose = literal(purpose);
    let revision = site.consent.revision;
    let lifetime = u64::from(site.consent.lifetimes().0) * DAY;
    let (unasked, answered) = match site.consent.model {
        Model::OptOut => ("!navigator.globalPrivacyControl", "&&/^opt-(in|out)$/.test(a.model)"),
        Model::OptIn => ("!1", "&&a.model==\"opt-in\""),
    };
    format!(
        "((k,n)=>{{if(sessionStorage.getItem(k)!=null)return!1;let r=s.getItem(k);\
         if(r==null)return {unasked};let a=JSON.parse(r),p=a.purposes;\
         return a.version=={VERSION}&&a.revision=={revision}{answered}\
         &&p[{purpose}]&&Object.values(p).every(v=>v===!!v)\
         &&a.changed<=n+{DAY}&&a.expires>n&&a.changed+{lifetime}>n}})({key},Date.now())"
    )
}

/// A text as it may stand in a script in a page.
pub fn literal(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('<', "\\u003c")
}
