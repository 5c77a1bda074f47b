package org.laurel.securing.proof;

/** The families of securing mechanisms, by the name that reports use. */
public enum ProofFormat {
    /** An embedded {@code DataIntegrityProof}. */
    DATA_INTEGRITY("data-integrity"),
    /** A compact JWS around the credential (OB 3.0 §8.2). */
    VC_JWT("vc+jwt"),
    /** An SD-JWT around the credential (VC-JOSE-COSE §3.2). */
    VC_SD_JWT("vc+sd-jwt");

    private final String reportName;

    ProofFormat(String reportName) {
        this.reportName = reportName;
    }

    /** How the verification report names it. */
    public String reportName() {
        return reportName;
    }
}
