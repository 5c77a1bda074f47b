package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one might trust the issuer, apart from whether the badge is genuine: the registries that name it, and who endorses
 * it, the achievement or the badge.
 *
 * @param registries empty when none that is known here names it
 * @param withdrawn the registries that named it once and took that back; left out when there are none
 * @param unasked the registries that could not be asked; left out when there are none
 * @param endorsements those that came along, and those that the issuer's profile and the achievement list where they are
 *     published, each judged by itself
 */
public record TrustReport(
        List<RegistryEntry> registries,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RegistryWithdrawal> withdrawn,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unasked,
        List<Endorser> endorsements) {

    /** Copies the lists. */
    public TrustReport {
        registries = List.copyOf(registries);
        withdrawn = List.copyOf(withdrawn);
        unasked = List.copyOf(unasked);
        endorsements = List.copyOf(endorsements);
    }

    /** What registries say, without endorsements. */
    public static TrustReport of(
            List<RegistryEntry> registries, List<RegistryWithdrawal> withdrawn, List<String> unasked) {
        return new TrustReport(registries, withdrawn, unasked, List.of());
    }

    /** The same, with what the reports on endorsements come to. */
    public TrustReport with(List<EmbeddedReport> embedded, CredentialReport credential) {
        List<Endorser> endorsers = new ArrayList<>();
        for (EmbeddedReport one : embedded) {
            if (one.relation().equals(EmbeddedReport.ENDORSEMENT)) {
                CredentialReport about = one.report().credential();
                CredentialReport.Named by = about == null ? null : about.issuer();
                endorsers.add(new Endorser(
                        subject(one.pointer()),
                        one.pointer(),
                        one.source(),
                        by,
                        by != null
                                && by.id() != null
                                && credential.issuer() != null
                                && by.id().equals(credential.issuer().id()),
                        about == null ? null : about.comment(),
                        one.report().outcome()));
            }
        }
        return new TrustReport(registries, withdrawn, unasked, endorsers);
    }

    private static String subject(String pointer) {
        if (pointer.startsWith("/issuer/")) {
            return "issuer";
        }
        return pointer.startsWith("/credentialSubject/achievement/") ? "achievement" : "credential";
    }

    /**
     * Who endorses.
     *
     * @param endorses {@code issuer}, {@code achievement} or {@code credential}
     * @param pointer JSON Pointer to the endorsement; to where it would stand, when it did not come along
     * @param source the address that lists it, when it did not come along; left out when it did
     * @param by who made it; null when it does not say
     * @param self whether it is the issuer's own word; left out when it is another's
     * @param comment what it says; null when it says nothing
     * @param outcome whether it holds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Endorser(
            String endorses,
            String pointer,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String source,
            CredentialReport.@Nullable Named by,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean self,
            @Nullable String comment,
            Verdict outcome) {}
}
