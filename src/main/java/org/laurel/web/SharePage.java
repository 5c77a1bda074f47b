package org.laurel.web;

import io.quarkus.qute.RawString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.Representation;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.shared.origin.BaseUrl;

/**
 * What the share page of a badge shows and offers, besides the verification.
 *
 * @param badge what it says, from the signed bytes alone
 * @param signedAs the forms in which it was signed
 * @param url where the page is
 * @param base the service's origin
 * @param version changes when the signed bytes do
 * @param locale in which dates are written
 */
record SharePage(
        SharedBadge badge, Set<Representation> signedAs, String url, String base, String version, Locale locale) {
    private static final int VERSION_LENGTH = 12;
    private static final List<Representation> CARRIERS =
            List.of(Representation.PDF, Representation.PNG, Representation.SVG);

    /** Reads the signed bytes. */
    static SharePage of(PublicDocument signed, String id, BaseUrl base, String language) {
        String tag = signed.tag().replace("\"", "");
        return new SharePage(
                SharedBadge.of(signed.document()),
                signed.signedAs(),
                base.credential(id),
                base.text(),
                tag.substring(0, Math.min(VERSION_LENGTH, tag.length())),
                Locale.forLanguageTag(language));
    }

    /** The card of 1200 × 630 for other pages, by an address that is new when the picture is. */
    public String card() {
        return url + "/card.png?v=" + version;
    }

    /** Where another page asks how to show this one. */
    public String oembed() {
        return base + "/oembed?url=" + encoded(url) + "&format=json";
    }

    /** What another page writes to show it. */
    public String frame() {
        return EmbedFrame.html(url, badge.name());
    }

    /** The form at LinkedIn. */
    public String linkedIn() {
        return LinkedIn.address(badge, url, url.substring(url.lastIndexOf('/') + 1));
    }

    /** The verifier, asked about this badge. */
    public String verify() {
        return "/verify?url=" + encoded(url + "." + signed().get(0).suffix());
    }

    /** For search engines, should anybody let them in. */
    public RawString schemaOrg() {
        return SchemaOrg.achievement(badge.name(), badge.description(), url)
                .with("image", card())
                .creator(badge.issuer(), badge.issuerUrl())
                .keywords(badge.tags())
                .alignments(badge.alignments())
                .inPage();
    }

    /** From when on it is valid, as people write dates. */
    public String from() {
        return date(badge.validFrom());
    }

    /** When it was awarded; null when it does not say. */
    public @Nullable String awarded() {
        return badge.awarded() == null ? null : date(badge.awarded());
    }

    /** The page of its issuer; null when that is none of ours. */
    public @Nullable String issuerPage() {
        int slug = badge.issuerId().lastIndexOf(':');
        return badge.issuerId().startsWith("did:web:") && achievementPage() != null
                ? "/issuers/" + badge.issuerId().substring(slug + 1)
                : null;
    }

    /** The page of what was achieved; null when that is none of ours. */
    public @Nullable String achievementPage() {
        return badge.achievementId().startsWith(base + "/achievements/") ? badge.achievementId() : null;
    }

    /** Until when; null when it has no end. */
    public @Nullable String until() {
        return badge.validUntil() == null ? null : date(badge.validUntil());
    }

    /** The forms that can be had as files, by the ending of their names. */
    public List<Representation> files() {
        return Stream.concat(CARRIERS.stream(), signed().stream()).toList();
    }

    /** The forms in which it was signed, in their order. */
    public List<Representation> signed() {
        return signedAs.stream().sorted().toList();
    }

    /** The certificate on the paper of North America. */
    public String letter() {
        return url + ".pdf?paper=letter";
    }

    private String date(String text) {
        return ProofTimes.read(text)
                .map(instant -> Moments.day(instant, locale))
                .orElse(text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
