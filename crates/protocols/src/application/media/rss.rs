//! RSS 2.0 in XML: its elements and attributes are fields by the path to them.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, proto};

proto! {
    RSS "rss" "rss" "RSS" App
    on []
    fields {
        VERSION "rss.version" "version": Str;
        CHANNEL "rss.channel" "channel": Str;
        CHANNEL_TITLE "rss.channel.title" "title": Str;
        CHANNEL_DESCRIPTION "rss.channel.description" "description": Str;
        CHANNEL_LINK "rss.channel.link" "link": Str;
        CHANNEL_LANGUAGE "rss.channel.language" "language": Str;
        CHANNEL_ITEM "rss.channel.item" "item": Str;
        CHANNEL_ITEM_TITLE "rss.channel.item.title" "title": Str;
        CHANNEL_ITEM_LINK "rss.channel.item.link" "link": Str;
        CHANNEL_ITEM_DESCRIPTION "rss.channel.item.description" "description": Str;
        CHANNEL_ITEM_AUTHOR "rss.channel.item.author" "author": Str;
        CHANNEL_ITEM_CATEGORY "rss.channel.item.category" "category": Str;
        CHANNEL_ITEM_CATEGORY_DOMAIN "rss.channel.item.category.domain" "domain": Str;
        CHANNEL_ITEM_COMMENTS "rss.channel.item.comments" "comments": Str;
        CHANNEL_ITEM_ENCLOSURE "rss.channel.item.enclosure" "enclosure": Str;
        CHANNEL_ITEM_ENCLOSURE_TYPE "rss.channel.item.enclosure.type" "type": Str;
        CHANNEL_ITEM_ENCLOSURE_URL "rss.channel.item.enclosure.url" "url": Str;
        CHANNEL_ITEM_ENCLOSURE_LENGTH "rss.channel.item.enclosure.length" "length": Str;
        CHANNEL_ITEM_GUID "rss.channel.item.guid" "guid": Str;
        CHANNEL_ITEM_GUID_ISPERMALINK "rss.channel.item.guid.ispermalink" "ispermalink": Str;
        CHANNEL_ITEM_PUBDATE "rss.channel.item.pubdate" "pubdate": Str;
        CHANNEL_ITEM_SOURCE "rss.channel.item.source" "source": Str;
        CHANNEL_ITEM_SOURCE_URL "rss.channel.item.source.url" "url": Str;
        CHANNEL_RATING "rss.channel.rating" "rating": Str;
        CHANNEL_IMAGE "rss.channel.image" "image": Str;
        CHANNEL_IMAGE_TITLE "rss.channel.image.title" "title": Str;
        CHANNEL_IMAGE_URL "rss.channel.image.url" "url": Str;
        CHANNEL_IMAGE_LINK "rss.channel.image.link" "link": Str;
        CHANNEL_IMAGE_WIDTH "rss.channel.image.width" "width": Str;
        CHANNEL_IMAGE_HEIGHT "rss.channel.image.height" "height": Str;
        CHANNEL_IMAGE_DESCRIPTION "rss.channel.image.description" "description": Str;
        CHANNEL_TEXTINPUT "rss.channel.textinput" "textinput": Str;
        CHANNEL_TEXTINPUT_TITLE "rss.channel.textinput.title" "title": Str;
        CHANNEL_TEXTINPUT_DESCRIPTION "rss.channel.textinput.description" "description": Str;
        CHANNEL_TEXTINPUT_NAME "rss.channel.textinput.name" "name": Str;
        CHANNEL_TEXTINPUT_LINK "rss.channel.textinput.link" "link": Str;
        CHANNEL_COPYRIGHT "rss.channel.copyright" "copyright": Str;
        CHANNEL_PUBDATE "rss.channel.pubdate" "pubdate": Str;
        CHANNEL_LASTBUILDDATE "rss.channel.lastbuilddate" "lastbuilddate": Str;
        CHANNEL_DOCS "rss.channel.docs" "docs": Str;
        CHANNEL_MANAGINGEDITOR "rss.channel.managingeditor" "managingeditor": Str;
        CHANNEL_WEBMASTER "rss.channel.webmaster" "webmaster": Str;
        CHANNEL_SKIPHOURS "rss.channel.skiphours" "skiphours": Str;
        CHANNEL_SKIPHOURS_HOUR "rss.channel.skiphours.hour" "hour": Str;
        CHANNEL_SKIPDAYS "rss.channel.skipdays" "skipdays": Str;
        CHANNEL_SKIPDAYS_DAY "rss.channel.skipdays.day" "day": Str;
        CHANNEL_CLOUD "rss.channel.cloud" "cloud": Str;
        CHANNEL_CLOUD_PATH "rss.channel.cloud.path" "path": Str;
        CHANNEL_CLOUD_PORT "rss.channel.cloud.port" "port": Str;
        CHANNEL_CLOUD_DOMAIN "rss.channel.cloud.domain" "domain": Str;
        CHANNEL_CLOUD_REGISTERPROCEDURE "rss.channel.cloud.registerprocedure" "registerprocedure": Str;
        CHANNEL_CLOUD_PROTOCOL "rss.channel.cloud.protocol" "protocol": Str;
        CHANNEL_TTL "rss.channel.ttl" "ttl": Str;
        TITLE "rss.title" "title": Str;
        DESCRIPTION "rss.description" "description": Str;
        LINK "rss.link" "link": Str;
        IMAGE "rss.image" "image": Str;
        IMAGE_TITLE "rss.image.title" "title": Str;
        IMAGE_URL "rss.image.url" "url": Str;
        IMAGE_LINK "rss.image.link" "link": Str;
        IMAGE_WIDTH "rss.image.width" "width": Str;
        IMAGE_HEIGHT "rss.image.height" "height": Str;
        IMAGE_DESCRIPTION "rss.image.description" "description": Str;
        URL "rss.url" "url": Str;
        ITEM "rss.item" "item": Str;
        ITEM_TITLE "rss.item.title" "title": Str;
        ITEM_LINK "rss.item.link" "link": Str;
        ITEM_DESCRIPTION "rss.item.description" "description": Str;
        ITEM_AUTHOR "rss.item.author" "author": Str;
        ITEM_CATEGORY "rss.item.category" "category": Str;
        ITEM_CATEGORY_DOMAIN "rss.item.category.domain" "domain": Str;
        ITEM_COMMENTS "rss.item.comments" "comments": Str;
        ITEM_ENCLOSURE "rss.item.enclosure" "enclosure": Str;
        ITEM_ENCLOSURE_TYPE "rss.item.enclosure.type" "type": Str;
        ITEM_ENCLOSURE_URL "rss.item.enclosure.url" "url": Str;
        ITEM_ENCLOSURE_LENGTH "rss.item.enclosure.length" "length": Str;
        ITEM_GUID "rss.item.guid" "guid": Str;
        ITEM_GUID_ISPERMALINK "rss.item.guid.ispermalink" "ispermalink": Str;
        ITEM_PUBDATE "rss.item.pubdate" "pubdate": Str;
        ITEM_SOURCE "rss.item.source" "source": Str;
        ITEM_SOURCE_URL "rss.item.source.url" "url": Str;
        TEXTINPUT "rss.textinput" "textinput": Str;
        TEXTINPUT_TITLE "rss.textinput.title" "title": Str;
        TEXTINPUT_DESCRIPTION "rss.textinput.description" "description": Str;
        TEXTINPUT_NAME "rss.textinput.name" "name": Str;
        TEXTINPUT_LINK "rss.textinput.link" "link": Str;
        NAME "rss.name" "name": Str;
        RATING "rss.rating" "rating": Str;
        LANGUAGE "rss.language" "language": Str;
        WIDTH "rss.width" "width": Str;
        HEIGHT "rss.height" "height": Str;
        COPYRIGHT "rss.copyright" "copyright": Str;
        PUBDATE "rss.pubdate" "pubdate": Str;
        LASTBUILDDATE "rss.lastbuilddate" "lastbuilddate": Str;
        DOCS "rss.docs" "docs": Str;
        MANAGINGEDITOR "rss.managingeditor" "managingeditor": Str;
        WEBMASTER "rss.webmaster" "webmaster": Str;
        HOUR "rss.hour" "hour": Str;
        DAY "rss.day" "day": Str;
        SKIPHOURS "rss.skiphours" "skiphours": Str;
        SKIPHOURS_HOUR "rss.skiphours.hour" "hour": Str;
        SKIPDAYS "rss.skipdays" "skipdays": Str;
        SKIPDAYS_DAY "rss.skipdays.day" "day": Str;
        CLOUD "rss.cloud" "cloud": Str;
        CLOUD_PATH "rss.cloud.path" "path": Str;
        CLOUD_PORT "rss.cloud.port" "port": Str;
        CLOUD_DOMAIN "rss.cloud.domain" "domain": Str;
        CLOUD_REGISTERPROCEDURE "rss.cloud.registerprocedure" "registerprocedure": Str;
        CLOUD_PROTOCOL "rss.cloud.protocol" "protocol": Str;
        TTL "rss.ttl" "ttl": Str;
        SOURCE "rss.source" "source": Str;
        SOURCE_URL "rss.source.url" "url": Str;
        ENCLOSURE "rss.enclosure" "enclosure": Str;
        ENCLOSURE_TYPE "rss.enclosure.type" "type": Str;
        ENCLOSURE_URL "rss.enclosure.url" "url": Str;
        ENCLOSURE_LENGTH "rss.enclosure.length" "length": Str;
        CATEGORY "rss.category" "category": Str;
        CATEGORY_DOMAIN "rss.category.domain" "domain": Str;
        GUID "rss.guid" "guid": Str;
        GUID_ISPERMALINK "rss.guid.ispermalink" "ispermalink": Str;
        AUTHOR "rss.author" "author": Str;
        COMMENTS "rss.comments" "comments": Str;
    }
}

/// Documents are read as XML, which asks for what it knows of RSS.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// The path to an element or attribute, and its field. Sorted.
static PATHS: &[(&str, Field)] = &[
    ("author", AUTHOR),
    ("category", CATEGORY),
    ("category.domain", CATEGORY_DOMAIN),
    ("channel", CHANNEL),
    ("channel.cloud", CHANNEL_CLOUD),
    ("channel.cloud.domain", CHANNEL_CLOUD_DOMAIN),
    ("channel.cloud.path", CHANNEL_CLOUD_PATH),
    ("channel.cloud.port", CHANNEL_CLOUD_PORT),
    ("channel.cloud.protocol", CHANNEL_CLOUD_PROTOCOL),
    ("channel.cloud.registerprocedure", CHANNEL_CLOUD_REGISTERPROCEDURE),
    ("channel.copyright", CHANNEL_COPYRIGHT),
    ("channel.description", CHANNEL_DESCRIPTION),
    ("channel.docs", CHANNEL_DOCS),
    ("channel.image", CHANNEL_IMAGE),
    ("channel.image.description", CHANNEL_IMAGE_DESCRIPTION),
    ("channel.image.height", CHANNEL_IMAGE_HEIGHT),
    ("channel.image.link", CHANNEL_IMAGE_LINK),
    ("channel.image.title", CHANNEL_IMAGE_TITLE),
    ("channel.image.url", CHANNEL_IMAGE_URL),
    ("channel.image.width", CHANNEL_IMAGE_WIDTH),
    ("channel.item", CHANNEL_ITEM),
    ("channel.item.author", CHANNEL_ITEM_AUTHOR),
    ("channel.item.category", CHANNEL_ITEM_CATEGORY),
    ("channel.item.category.domain", CHANNEL_ITEM_CATEGORY_DOMAIN),
    ("channel.item.comments", CHANNEL_ITEM_COMMENTS),
    ("channel.item.description", CHANNEL_ITEM_DESCRIPTION),
    ("channel.item.enclosure", CHANNEL_ITEM_ENCLOSURE),
    ("channel.item.enclosure.length", CHANNEL_ITEM_ENCLOSURE_LENGTH),
    ("channel.item.enclosure.type", CHANNEL_ITEM_ENCLOSURE_TYPE),
    ("channel.item.enclosure.url", CHANNEL_ITEM_ENCLOSURE_URL),
    ("channel.item.guid", CHANNEL_ITEM_GUID),
    ("channel.item.guid.ispermalink", CHANNEL_ITEM_GUID_ISPERMALINK),
    ("channel.item.link", CHANNEL_ITEM_LINK),
    ("channel.item.pubdate", CHANNEL_ITEM_PUBDATE),
    ("channel.item.source", CHANNEL_ITEM_SOURCE),
    ("channel.item.source.url", CHANNEL_ITEM_SOURCE_URL),
    ("channel.item.title", CHANNEL_ITEM_TITLE),
    ("channel.language", CHANNEL_LANGUAGE),
    ("channel.lastbuilddate", CHANNEL_LASTBUILDDATE),
    ("channel.link", CHANNEL_LINK),
    ("channel.managingeditor", CHANNEL_MANAGINGEDITOR),
    ("channel.pubdate", CHANNEL_PUBDATE),
    ("channel.rating", CHANNEL_RATING),
    ("channel.skipdays", CHANNEL_SKIPDAYS),
    ("channel.skipdays.day", CHANNEL_SKIPDAYS_DAY),
    ("channel.skiphours", CHANNEL_SKIPHOURS),
    ("channel.skiphours.hour", CHANNEL_SKIPHOURS_HOUR),
    ("channel.textinput", CHANNEL_TEXTINPUT),
    ("channel.textinput.description", CHANNEL_TEXTINPUT_DESCRIPTION),
    ("channel.textinput.link", CHANNEL_TEXTINPUT_LINK),
    ("channel.textinput.name", CHANNEL_TEXTINPUT_NAME),
    ("channel.textinput.title", CHANNEL_TEXTINPUT_TITLE),
    ("channel.title", CHANNEL_TITLE),
    ("channel.ttl", CHANNEL_TTL),
    ("channel.webmaster", CHANNEL_WEBMASTER),
    ("cloud", CLOUD),
    ("cloud.domain", CLOUD_DOMAIN),
    ("cloud.path", CLOUD_PATH),
    ("cloud.port", CLOUD_PORT),
    ("cloud.protocol", CLOUD_PROTOCOL),
    ("cloud.registerprocedure", CLOUD_REGISTERPROCEDURE),
    ("comments", COMMENTS),
    ("copyright", COPYRIGHT),
    ("day", DAY),
    ("description", DESCRIPTION),
    ("docs", DOCS),
    ("enclosure", ENCLOSURE),
    ("enclosure.length", ENCLOSURE_LENGTH),
    ("enclosure.type", ENCLOSURE_TYPE),
    ("enclosure.url", ENCLOSURE_URL),
    ("guid", GUID),
    ("guid.ispermalink", GUID_ISPERMALINK),
    ("height", HEIGHT),
    ("hour", HOUR),
    ("image", IMAGE),
    ("image.description", IMAGE_DESCRIPTION),
    ("image.height", IMAGE_HEIGHT),
    ("image.link", IMAGE_LINK),
    ("image.title", IMAGE_TITLE),
    ("image.url", IMAGE_URL),
    ("image.width", IMAGE_WIDTH),
    ("item", ITEM),
    ("item.author", ITEM_AUTHOR),
    ("item.category", ITEM_CATEGORY),
    ("item.category.domain", ITEM_CATEGORY_DOMAIN),
    ("item.comments", ITEM_COMMENTS),
    ("item.description", ITEM_DESCRIPTION),
    ("item.enclosure", ITEM_ENCLOSURE),
    ("item.enclosure.length", ITEM_ENCLOSURE_LENGTH),
    ("item.enclosure.type", ITEM_ENCLOSURE_TYPE),
    ("item.enclosure.url", ITEM_ENCLOSURE_URL),
    ("item.guid", ITEM_GUID),
    ("item.guid.ispermalink", ITEM_GUID_ISPERMALINK),
    ("item.link", ITEM_LINK),
    ("item.pubdate", ITEM_PUBDATE),
    ("item.source", ITEM_SOURCE),
    ("item.source.url", ITEM_SOURCE_URL),
    ("item.title", ITEM_TITLE),
    ("language", LANGUAGE),
    ("lastbuilddate", LASTBUILDDATE),
    ("link", LINK),
    ("managingeditor", MANAGINGEDITOR),
    ("name", NAME),
    ("pubdate", PUBDATE),
    ("rating", RATING),
    ("skipdays", SKIPDAYS),
    ("skipdays.day", SKIPDAYS_DAY),
    ("skiphours", SKIPHOURS),
    ("skiphours.hour", SKIPHOURS_HOUR),
    ("source", SOURCE),
    ("source.url", SOURCE_URL),
    ("textinput", TEXTINPUT),
    ("textinput.description", TEXTINPUT_DESCRIPTION),
    ("textinput.link", TEXTINPUT_LINK),
    ("textinput.name", TEXTINPUT_NAME),
    ("textinput.title", TEXTINPUT_TITLE),
    ("title", TITLE),
    ("ttl", TTL),
    ("url", URL),
    ("version", VERSION),
    ("webmaster", WEBMASTER),
    ("width", WIDTH),
];

/// An element or attribute in the one with this path, or, if it isn't known there, at the top.
pub(super) fn find(
    path: Option<&str>,
    name: &[u8],
    anywhere: bool,
) -> Option<&'static (&'static str, Field)> {
    let name = std::str::from_utf8(name).ok()?.to_ascii_lowercase();
    let within = match path {
        Some("") => by_path(&name),
        Some(path) => by_path(&format!("{path}.{name}")),
        None => None,
    };
    within.or_else(|| by_path(&name).filter(|_| anywhere))
}

fn by_path(path: &str) -> Option<&'static (&'static str, Field)> {
    PATHS.binary_search_by(|p| p.0.cmp(path)).ok().and_then(|i| PATHS.get(i))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_their_paths() {
        assert!(PATHS.is_sorted_by(|a, b| a.0 < b.0));
        let path = |path, name: &[u8]| find(path, name, true).map(|f| f.0);
        assert_eq!(path(Some(""), b"channel"), Some("channel"));
        assert_eq!(path(Some("channel"), b"lastBuildDate"), Some("channel.lastbuilddate"));
        assert_eq!(path(Some("channel.item.guid"), b"isPermaLink"), Some("channel.item.guid.ispermalink"));
        assert_eq!(path(None, b"title"), Some("title"));
        assert_eq!(path(Some("channel"), b"media:thumbnail"), None);
        assert_eq!(find(Some("channel"), b"version", false), None);
    }
}
