package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.access.people.AccountTraces;

/** Who was admitted where, in the export of their account; of planted items nothing, which would tell which those are. */
@ApplicationScoped
class CalibrationTraces implements AccountTraces {
    private final Trainings trainings;

    CalibrationTraces(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public String name() {
        return "admissions";
    }

    @Override
    public Uni<?> of(long account) {
        return trainings.trace(account);
    }
}
