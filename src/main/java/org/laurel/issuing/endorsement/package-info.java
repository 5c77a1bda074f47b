/** Endorses any IRI for an organisation, hosts what it signed, and lists what endorses a thing. */
@NullMarked
package org.laurel.issuing.endorsement;

import org.jspecify.annotations.NullMarked;
