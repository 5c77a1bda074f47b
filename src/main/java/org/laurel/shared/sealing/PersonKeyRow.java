package org.laurel.shared.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.laurel.shared.store.RowKey;

/** The wrapped key of a person; deleting the row erases the person. */
@Entity
@Table(name = "person_key")
@IdClass(RowKey.class)
class PersonKeyRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "person_no")
    long id;

    @Column(name = "wrapped_key")
    byte[] wrappedKey;
}
