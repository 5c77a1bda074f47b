package org.laurel.boot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked once from the class path into a private folder. */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the programs of this platform below the given directory, unless they are there. */
    static PostgresBinaries unpack(Path dataDir) {
        String archive = archive();
        try (InputStream in = resource(archive)) {
            if (in == null) {
                throw new StartException("This build holds no PostgreSQL for this platform (" + archive
                        + "). Set LAUREL_DATABASE_URL to use a database of your own.");
            }
            byte[] packed = in.readAllBytes();
            Path home = dataDir.resolve("postgresql-" + fingerprint(packed));
            if (!Files.isDirectory(home)) {
                Path draft = dataDir.resolve("postgresql.new");
                Folders.delete(draft);
                Files.createDirectories(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                extract(packed, draft);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new StartException("The embedded PostgreSQL cannot be unpacked into " + dataDir, e);
        }
    }

    /** The full path of a program: {@code postgres}, {@code initdb}, {@code pg_ctl}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static InputStream resource(String name) {
        return PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
    }

    private static String archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch", "");
        boolean arm = arch.equals("aarch64");
        return "postgres-" + os + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static String fingerprint(byte[] bytes) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bytes);
        return Long.toHexString(crc.getValue());
    }

    private static void extract(byte[] packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(new java.io.ByteArrayInputStream(packed))))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leads outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    extractFile(tar, entry, path);
                }
            }
        }
    }

    private static void extractFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
}
