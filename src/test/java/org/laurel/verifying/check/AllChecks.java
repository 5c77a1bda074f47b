package org.laurel.verifying.check;

import java.util.List;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.document.schema.JsonSchemas;
import org.laurel.securing.did.DidResolvers;
import org.laurel.securing.proof.ProofVerifier;
import org.laurel.securing.proof.dataintegrity.DataIntegrityVerifier;
import org.laurel.securing.proof.jwt.JwtVerifier;
import org.laurel.securing.proof.jwt.SdJwtVerifier;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Workers;

/** Every check, put together by hand as CDI would. */
public final class AllChecks {
    private static final RdfCanonicalizer BUNDLED = new RdfCanonicalizer(new ContextLibrary());

    private AllChecks() {}

    /** The checks over a world. */
    public static List<VerificationCheck> of(DidResolvers dids, Fetcher web, List<KnownIssuers> known) {
        return of(BUNDLED, dids, web, known);
    }

    /** The keys of issuers over a world. */
    public static IssuerKeys issuers(DidResolvers dids, Fetcher web) {
        return new IssuerKeys(dids, new OriginKeys(web));
    }

    /** The same with contexts of one's own. */
    public static List<VerificationCheck> of(
            RdfCanonicalizer canonicalizer, DidResolvers dids, Fetcher web, List<KnownIssuers> known) {
        Workers workers = new Workers();
        CredentialLinter linter = AllRules.linter();
        OriginKeys origins = new OriginKeys(web);
        IssuerKeys issuers = new IssuerKeys(dids, origins);
        List<ProofVerifier> verifiers =
                List.of(new DataIntegrityVerifier(canonicalizer), new JwtVerifier(), new SdJwtVerifier());
        ProofJudge judge = new ProofJudge(verifiers, new NamedKeys(issuers, origins), workers);
        ListFetch lists = new ListFetch(web, workers);
        StatusLookup lookup = new StatusLookup(lists, linter, judge, workers);
        return List.of(
                new ParseCheck(workers, new ReadAhead(new BaseUrl("https://laurel.example"), issuers, lists, known)),
                new ContextsCheck(canonicalizer, workers),
                new OpenBadgesCheck(linter, workers),
                new SchemasCheck(web, new JsonSchemas(), workers),
                new IssuerCheck(issuers),
                new ProofCheck(judge),
                new IssuerKeyCheck(),
                new ValidityCheck(),
                new RevocationCheck(lookup, new RevocationListLookup(web)),
                new SuspensionCheck(lookup),
                new PresentationCheck(),
                new CarriedCredentialsCheck(),
                new EndorsementsCheck(new PublishedEndorsements(web, workers)),
                new MessagesCheck(lookup),
                new RecipientCheck(),
                new IssuerKnownCheck(known),
                new NotesCheck());
    }
}
