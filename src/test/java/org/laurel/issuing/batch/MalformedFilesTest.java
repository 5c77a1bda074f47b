package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong in two hundred ways, each with its exact answer. */
class MalformedFilesTest {
    private static final String HEADER = "achievement,recipient.email,externalId,narrative\n";
    private static final String ROW = "1-abc,ada@example.org,x%d,fine\n";
    private static final int[] ROWS = {2, 3, 50, 500, 999};

    /**
     * A broken file.
     *
     * @param name what is wrong, and where
     * @param file the file
     * @param answer the code of the fault, and the row where there is one
     */
    record Broken(String name, Supplier<InputStream> file, String answer) {
        static Broken of(String name, byte[] file, String answer) {
            return new Broken(name, () -> new ByteArrayInputStream(file), answer);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> files() {
        return Stream.of(encodings(), quotes(), headers(), cells(), archives()).flatMap(List::stream);
    }

    @Test
    void they_are_two_hundred() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(files().map(Broken::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_gets_its_exact_answer(Broken broken) throws IOException {
        assertThat(answer(broken.file().get())).isEqualTo(broken.answer());
    }

    private static String answer(InputStream file) throws IOException {
        try (RowFile open = RowFiles.open(file, true, BatchOptions.read(name -> List.of()))) {
            for (Optional<SubmittedRow> row = open.next(); row.isPresent(); row = open.next()) {
                if (row.get().fault() != null) {
                    return row.get().fault().code() + " row " + row.get().number();
                }
            }
            return "none";
        } catch (UnreadableFileException e) {
            // letters are decoded far ahead of the rows, so that the row of a wrong byte is not known exactly
            String row = e.violation().code().equals("not-utf-8")
                    ? ""
                    : e.violation().pointer();
            return (e.violation().code() + " " + row).strip();
        }
    }

    private static List<Broken> encodings() {
        List<Broken> files = new ArrayList<>();
        for (int row : ROWS) {
            for (String letter : List.of("é", "ß", "ñ")) {
                for (String charset : List.of("ISO-8859-1", "windows-1252", "ISO-8859-15")) {
                    byte[] file = with(row, "1-abc,jos" + letter + "@example.org,x,y\n")
                            .getBytes(Charset.forName(charset));
                    files.add(Broken.of(letter + " in " + charset + " in row " + row, file, "not-utf-8"));
                }
            }
            for (int[] bytes : new int[][] {{0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xf8, 0x88}, {0x80}, {0xff}, {0xc3}}) {
                files.add(Broken.of(
                        "bytes " + Arrays.toString(bytes) + " in row " + row, spliced(row, bytes), "not-utf-8"));
            }
        }
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            files.add(Broken.of(charset, with(2, "").getBytes(Charset.forName(charset)), "not-utf-8"));
        }
        return files;
    }

    private static List<Broken> quotes() {
        List<Broken> files = new ArrayList<>();
        for (int row : ROWS) {
            for (int column = 0; column < 4; column++) {
                List<String> cells = new ArrayList<>(List.of("1-abc", "ada@example.org", "x", "y"));
                cells.set(column, "\"never closed");
                files.add(Broken.of(
                        "a quote never closed in cell " + column + " of row " + row,
                        with(row, String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8),
                        "unbalanced-quotes row " + row));
                cells.set(column, "\"closed\"too soon");
                files.add(Broken.of(
                        "a quote closed too soon in cell " + column + " of row " + row,
                        with(row, String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8),
                        "unbalanced-quotes row " + row));
            }
        }
        return files;
    }

    private static List<Broken> headers() {
        List<Broken> files = new ArrayList<>();
        for (String header : List.of(
                "colour",
                "recipient",
                "recipient.mail",
                "evidence.id",
                "evidence.20.id",
                "evidence.-1.id",
                "evidence.x.id",
                "results.0",
                "achievement.id",
                "__proto__",
                "recipient.email.x",
                "validfrom2",
                "=1+1",
                "é")) {
            files.add(Broken.of(
                    "the column " + header,
                    ("achievement," + header + "\n1-abc,x\n").getBytes(StandardCharsets.UTF_8),
                    "unknown-column row 1"));
        }
        for (String twice : List.of("email", "E-Mail", "recipient.email", "RECIPIENT.EMAIL", " recipient.email ")) {
            files.add(Broken.of(
                    "recipient.email twice, as \"" + twice + "\"",
                    ("achievement,recipient.email," + twice + "\n").getBytes(StandardCharsets.UTF_8),
                    "column-twice row 1"));
        }
        files.add(Broken.of("nothing", new byte[0], "no-header row 1"));
        files.add(Broken.of(
                "201 columns",
                ("achievement" + ",row".repeat(200) + "\n").getBytes(StandardCharsets.UTF_8),
                "unknown-column row 1"));
        return files;
    }

    private static List<Broken> cells() {
        List<Broken> files = new ArrayList<>();
        for (int row : ROWS) {
            files.add(Broken.of(
                    "a cell of 10 MB in row " + row,
                    with(row, "1-abc,\"" + "x".repeat(10 << 20) + "\",x,y\n").getBytes(StandardCharsets.UTF_8),
                    "row-too-long row " + row));
            files.add(Broken.of(
                    "a cell more in row " + row,
                    with(row, "1-abc,ada@example.org,x,y,z\n").getBytes(StandardCharsets.UTF_8),
                    "too-many-cells row " + row));
            for (String cell : List.of("a\0b", "\0")) {
                files.add(Broken.of(
                        "NUL after " + cell.indexOf('\0') + " letters in row " + row,
                        with(row, "1-abc,ada@example.org,y" + cell + ",z\n").getBytes(StandardCharsets.UTF_8),
                        "malformed row " + row));
            }
        }
        return files;
    }

    private static List<Broken> archives() {
        byte[] zipped = gzip(with(2, "").getBytes(StandardCharsets.UTF_8));
        List<Broken> files = new ArrayList<>();
        for (int left = 12; left < zipped.length - 1; left += Math.max(1, zipped.length / 60)) {
            files.add(Broken.of("gzip cut off after " + left, Arrays.copyOf(zipped, left), "broken-gzip"));
        }
        byte[] wrongSum = zipped.clone();
        wrongSum[zipped.length - 6] ^= 1;
        files.add(Broken.of("gzip with a wrong checksum", wrongSum, "broken-gzip"));
        byte[] noMethod = zipped.clone();
        noMethod[2] = 7;
        files.add(Broken.of("gzip by an unknown method", noMethod, "broken-gzip"));
        files.add(new Broken("a gzip bomb of more than 1 GiB", MalformedFilesTest::bomb, "too-large"));
        return files;
    }

    /** Blank lines of half a mebibyte, which are passed over. */
    private static InputStream bomb() {
        byte[] member = gzip((" ".repeat(512 << 10) + "\n").repeat(128).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(gzip(HEADER.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 17; i++) {
            bomb.writeBytes(member);
        }
        return new ByteArrayInputStream(bomb.toByteArray());
    }

    /** A good file of a thousand rows with another one in a place. */
    private static String with(int row, String other) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int number = 2; number <= 1001; number++) {
            file.append(number == row ? other : ROW.formatted(number));
        }
        return file.toString();
    }

    private static byte[] spliced(int row, int[] bytes) {
        String[] halves = with(row, "1-abc,here@example.org,x,y\n").split("here", 2);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(halves[0].getBytes(StandardCharsets.UTF_8));
        for (int one : bytes) {
            file.write(one);
        }
        file.writeBytes(halves[1].getBytes(StandardCharsets.UTF_8));
        return file.toByteArray();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zipped.toByteArray();
    }
}
