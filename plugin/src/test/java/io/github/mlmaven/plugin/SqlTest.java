package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Questions to a data base are asked in one room, in all of the house. */
class SqlTest {

    private static final String DATA = "io.github.mlmaven.data";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven");

    private static final Pattern SQL = Pattern.compile(
            "(?is).*(\\bselect\\b.*\\bfrom\\b|\\bselect\\s+(count|cast|distinct)\\b|\\binsert\\s+into\\b|\\bcreate\\s+(or\\s+replace\\s+)?(temp\\s+)?(table|view)\\b"
                    + "|\\bdrop\\s+table\\b|\\b(order|group|partition)\\s+by\\b|\\bcast\\s*\\(|\\bcoalesce\\s*\\(|\\bcount\\s*\\(\\s*(\\*|distinct)"
                    + "|\\bwhere\\s+(not\\s+)?\\(|\\bis\\s+not\\s+null\\b|\\bcase\\s+when\\b|\\bread_(csv|parquet)\\b).*");

    @Test
    void sql_stands_in_data_alone() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        int inData = 0;
        for (JavaClass type : HOUSE) {
            for (String text : strings(type)) {
                if (SQL.matcher(text).matches()) {
                    if (type.getPackageName().equals(DATA)) {
                        inData++;
                    } else if (!isExample(type, text)) {
                        elsewhere.add(type.getName() + ": " + text);
                    }
                }
            }
        }
        assertThat(elsewhere).isEmpty();
        // The pattern knows SQL when it sees it.
        assertThat(inData).isGreaterThan(10);
    }

    /** A condition that a message shows to whoever may write it into model.yaml, and nobody asks. */
    private static boolean isExample(JavaClass type, String text) {
        return Set.of("FindingRemedy", "DataRules").contains(type.getSimpleName())
                && !SQL.matcher(text.replace("is not null", "")).matches();
    }

    @Test
    void only_data_knows_a_data_base() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(DATA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(HOUSE);
    }

    /** The string constants of a class, by JVMS 4.4. */
    private static List<String> strings(JavaClass type) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                type.getSource().orElseThrow().getUri().toURL().openStream()))) {
            in.readInt();
            in.readInt();
            int size = in.readUnsignedShort();
            Map<Integer, String> texts = new HashMap<>();
            List<Integer> constants = new ArrayList<>();
            for (int i = 1; i < size; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.put(i, in.readUTF());
                    case 8 -> constants.add(in.readUnsignedShort());
                    case 7, 16, 19, 20 -> in.readUnsignedShort();
                    case 15 -> {
                        in.readUnsignedByte();
                        in.readUnsignedShort();
                    }
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                    case 5, 6 -> {
                        in.readLong();
                        // It takes two places.
                        i++;
                    }
                    default -> throw new IllegalStateException("a constant of kind " + tag + " in " + type.getName());
                }
            }
            return constants.stream()
                    .map(constant -> texts.getOrDefault(constant, ""))
                    .toList();
        }
    }
}
