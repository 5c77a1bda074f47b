package org.laurel.issuing.issuer;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.Account;

/** Whom an organisation's own people are: who judges its work must be none of them. */
public final class Affiliation {
    /** Where anybody can have an address, which says nothing of whom they work for. */
    private static final Set<String> ANYBODYS =
            Set.of("gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "proton.me", "aol.com");

    private final @Nullable Integer organisation;
    private final Set<String> domains = new HashSet<>();

    /**
     * With nobody yet.
     *
     * @param organisation whose members are its people; null while it is none here
     */
    public Affiliation(@Nullable Integer organisation) {
        this.organisation = organisation;
    }

    /** With its members, and everybody who has an address at its home page's or its contact's domain. */
    public static Affiliation with(Issuer issuer) {
        Affiliation affiliation = new Affiliation(issuer.number())
                .page(issuer.profile().url())
                .address(issuer.profile().email());
        Screening.As as = issuer.screening().as();
        return as == null ? affiliation : affiliation.page(as.url());
    }

    /** With everybody who has an address at the host of this page. */
    public Affiliation page(@Nullable String url) {
        host(url).ifPresent(this::add);
        return this;
    }

    /** With everybody who has an address at the domain of this one. */
    public Affiliation address(@Nullable String email) {
        if (email != null) {
            add(domain(email));
        }
        return this;
    }

    private void add(String domain) {
        if (!ANYBODYS.contains(domain)) {
            domains.add(domain);
        }
    }

    /** Why somebody is one of its people, as a sentence to them; empty when they are not. */
    public Optional<String> of(Account person) {
        if (organisation != null
                && person.memberships().stream()
                        .anyMatch(one -> one.organisation().number() == organisation)) {
            return Optional.of("You are a member of the organisation.");
        }
        return person.addresses().stream()
                .map(Affiliation::domain)
                .filter(domain -> !ANYBODYS.contains(domain))
                .filter(domain -> domains.stream().anyMatch(one -> isWithin(domain, one)))
                .findFirst()
                .map(domain -> "Your address at " + domain + " is one of the organisation.");
    }

    private static boolean isWithin(String domain, String organisation) {
        return domain.equals(organisation)
                || domain.endsWith("." + organisation)
                || organisation.endsWith("." + domain);
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> host(@Nullable String url) {
        try {
            return Optional.ofNullable(url == null ? null : URI.create(url).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .map(host -> host.startsWith("www.") ? host.substring(4) : host);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a home page that is no address names no host
        }
    }
}
