package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.HolderBinding;

/** Was it shown to whoever asks, and now? */
final class HolderCheck extends SdJwtVcCheck {

    HolderCheck() {
        super("presentation", "It was made for this occasion", "RFC 9901 §7.3", true, Set.of("parse", "proof"));
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        return now(
                HolderBinding.judge(
                        credential.disclosure().sdJwt(), examination.input().asked(), examination.now()),
                examination);
    }
}
