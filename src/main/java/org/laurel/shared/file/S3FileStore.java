package org.laurel.shared.file;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Sealed files in a bucket of a store that speaks S3, at an address that the operator sets. Objects are as sealed as files are;
 * what is read is fetched whole, sealed, into a file that nobody else finds and that goes when it is closed.
 */
final class S3FileStore implements FileStore {
    private final S3Client client;
    private final String bucket;
    private final Path fetched;

    S3FileStore(FilesConfig.S3 config, Path data) {
        this.bucket = config.bucket().orElseThrow();
        this.fetched = data.resolve("files").resolve("fetched");
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(config.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        config.key().orElseThrow(), config.secret().orElseThrow())))
                .forcePathStyle(config.endpoint().isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false));
        config.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        this.client = builder.build();
    }

    @Override
    public void put(String name, Path sealed) throws IOException {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(PrivateFiles.checked(name)), RequestBody.fromFile(sealed));
        } catch (SdkException e) {
            throw new IOException("the store of files cannot be written", e);
        }
        Files.delete(sealed);
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        PrivateFiles.makeFolder(fetched);
        Path file = Files.createTempFile(fetched, "fetched-", ".file");
        try {
            Files.delete(file); // whoever fetches makes it
            client.getObject(request -> request.bucket(bucket).key(PrivateFiles.checked(name)), file);
            SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ);
            Files.delete(file); // its bytes stay for whoever has it open, and not behind a crash
            return channel;
        } catch (NoSuchKeyException e) {
            Files.deleteIfExists(file);
            throw new NoSuchFileException(name);
        } catch (SdkException e) {
            Files.deleteIfExists(file);
            throw new IOException("the store of files cannot be read", e);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(PrivateFiles.checked(name)));
        } catch (SdkException e) {
            throw new IOException("the store of files cannot be changed", e);
        }
    }
}
