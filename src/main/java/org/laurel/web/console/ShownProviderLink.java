package org.laurel.web.console;

import java.net.URI;
import org.laurel.access.oidc.ProviderLink;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/**
 * That an account is somebody's at a provider, as its owner sees it.
 *
 * @param id its public id
 * @param host the provider's host
 * @param since the day it was first used
 * @param seen when it was last used; empty when it was once
 */
public record ShownProviderLink(String id, String host, String since, String seen) {
    static ShownProviderLink of(ProviderLink link, Wording words) {
        return new ShownProviderLink(
                link.id(),
                URI.create(link.issuer()).getHost(),
                Moments.day(link.createdAt(), words),
                link.usedAt().map(used -> Moments.minute(used, words)).orElse(""));
    }
}
