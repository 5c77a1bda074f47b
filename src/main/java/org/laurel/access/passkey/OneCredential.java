package org.laurel.access.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;

/**
 * The credentials that the library may ask for while it judges one ceremony: the one that was read from the store for it, or
 * none. It asks and waits, which a store that answers later cannot serve.
 */
record OneCredential(Optional<KnownPasskey> known) implements CredentialRepository {

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return known.filter(one -> one.accountId().equals(username)).map(one -> KnownPasskey.handle(one.accountId()));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return known.map(KnownPasskey::accountId)
                .filter(id -> KnownPasskey.handle(id).equals(handle));
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
        return known.filter(one -> one.key().credential().equals(credential))
                .filter(one -> KnownPasskey.handle(one.accountId()).equals(handle))
                .map(OneCredential::registered);
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        return known.filter(one -> one.key().credential().equals(credential))
                .map(OneCredential::registered)
                .map(Set::of)
                .orElse(Set.of());
    }

    private static RegisteredCredential registered(KnownPasskey known) {
        return RegisteredCredential.builder()
                .credentialId(known.key().credential())
                .userHandle(KnownPasskey.handle(known.accountId()))
                .publicKeyCose(known.key().publicKey())
                .signatureCount(known.key().count())
                .build();
    }
}
