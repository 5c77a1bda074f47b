package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.award.AwardRequest;
import org.laurel.issuing.batch.Batches.StoredRow;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.sealing.AesGcm;
import org.laurel.shared.sealing.MasterKey;
import org.laurel.shared.sealing.PersonKeys;

/** Seals rows under a key of the tenant's own while they wait, since they name persons; and finds twins among them. */
@ApplicationScoped
class RowSeal {
    private static final String CONTEXT = "batch-row/";

    private final MasterKey master;
    private final PersonKeys persons;
    private final SecureRandom random;

    RowSeal(MasterKey master, PersonKeys persons, SecureRandom random) {
        this.master = master;
        this.persons = persons;
        this.random = random;
    }

    /** The row as it is stored. */
    StoredRow seal(Batch batch, SubmittedRow row) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.set("request", row.request());
        if (row.fault() != null) {
            kept.set("fault", JsonColumns.tree(row.fault()));
        }
        if (row.cells() != null) {
            kept.set("cells", JsonColumns.tree(row.cells()));
        }
        Optional<AwardRequest> request = row.fault() == null
                ? RecordReader.bind(row.request(), AwardRequest.class).value()
                : Optional.empty();
        byte[] lookup = request.map(
                        one -> persons.lookup(batch.issuerNo(), one.recipient().identity()))
                .orElse(null);
        return new StoredRow(
                row.number(),
                AesGcm.seal(
                        key(batch.issuerNo()),
                        JsonColumns.write(kept).getBytes(StandardCharsets.UTF_8),
                        CONTEXT + batch.id() + "/" + row.number(),
                        random),
                lookup,
                lookup == null ? null : twin(lookup, request.orElseThrow().achievement()),
                request.map(AwardRequest::externalId).orElse(null));
    }

    /** The row as it was handed in; empty when the person in it was erased since. */
    Optional<SubmittedRow> open(Batch batch, int number, byte @Nullable [] sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        byte[] plain = AesGcm.open(key(batch.issuerNo()), sealed, CONTEXT + batch.id() + "/" + number);
        JsonNode kept = JsonColumns.parse(new String(plain, StandardCharsets.UTF_8));
        Violation fault =
                kept.has("fault") ? JsonColumns.read(kept.path("fault").toString(), Violation.class) : null;
        SubmittedRow.Cells cells =
                kept.has("cells") ? JsonColumns.read(kept.path("cells").toString(), SubmittedRow.Cells.class) : null;
        return Optional.of(new SubmittedRow(number, (ObjectNode) kept.path("request"), fault, cells));
    }

    private byte[] key(int issuerNo) {
        return master.derive("batch-rows/" + issuerNo);
    }

    private static byte[] twin(byte[] lookup, String achievement) {
        byte[] name = achievement.getBytes(StandardCharsets.UTF_8);
        byte[] both = java.util.Arrays.copyOf(lookup, lookup.length + name.length);
        System.arraycopy(name, 0, both, lookup.length, name.length);
        return Sha256.of(both);
    }
}
