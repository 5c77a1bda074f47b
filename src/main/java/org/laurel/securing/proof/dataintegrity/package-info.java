/** Secures and checks credentials with embedded Data Integrity proofs. */
@NullMarked
package org.laurel.securing.proof.dataintegrity;

import org.jspecify.annotations.NullMarked;
