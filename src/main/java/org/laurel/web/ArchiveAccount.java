package org.laurel.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.laurel.hosting.IssuerHoldings;

/** What an archive holds, counted while it is written. */
public final class ArchiveAccount {
    private final String issuer;
    private final Instant madeAt;
    private final Instant statusUntil;
    private final List<ListAge> statusLists = new ArrayList<>();
    private int achievements;
    private int credentials;
    private int endorsements;

    ArchiveAccount(String issuer, Instant madeAt, Instant statusUntil) {
        this.issuer = issuer;
        this.madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
        this.statusUntil = statusUntil.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * How old a status list is.
     *
     * @param id as in its address
     * @param purpose what its bits say
     * @param changedAt when a bit was last flipped
     * @param validUntil until when it tells anything
     */
    public record ListAge(String id, String purpose, Instant changedAt, Instant validUntil) {}

    void countAchievement() {
        achievements++;
    }

    void countCredential() {
        credentials++;
    }

    void countEndorsement() {
        endorsements++;
    }

    void add(IssuerHoldings.ListCopy list) {
        statusLists.add(new ListAge(
                list.id(),
                list.copy().purpose().wire(),
                list.copy().changedAt().truncatedTo(ChronoUnit.SECONDS),
                statusUntil));
    }

    /** The issuer's DID. */
    @JsonProperty("issuer")
    public String issuer() {
        return issuer;
    }

    /** When it was begun. */
    @JsonProperty("madeAt")
    public Instant madeAt() {
        return madeAt;
    }

    /** How many micro-credentials. */
    @JsonProperty("achievements")
    public int achievements() {
        return achievements;
    }

    /** How many badges. */
    @JsonProperty("credentials")
    public int credentials() {
        return credentials;
    }

    /** How many endorsements that it made. */
    @JsonProperty("endorsements")
    public int endorsements() {
        return endorsements;
    }

    /** Its status lists and their age. */
    @JsonProperty("statusLists")
    public List<ListAge> statusLists() {
        return List.copyOf(statusLists);
    }
}
