package io.github.mlmaven.plugin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What reaches a metric, a model or a prediction has the same digits on every machine: of {@link Math} our code takes those
 * functions alone whose result is specified to the last bit, and logarithms, exponentials and their like from
 * {@link StrictMath}.
 */
class ExactMathTest {

    private static final Set<String> EXACT = Set.of(
            "abs",
            "absExact",
            "addExact",
            "ceil",
            "copySign",
            "decrementExact",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "getExponent",
            "incrementExact",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "nextAfter",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp");

    private static final ArchRule RULE = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "Math has digits of the machine's own",
                    access -> access.getTargetOwner().isEquivalentTo(Math.class)
                            && !EXACT.contains(access.getTarget().getName())))
            .because("StrictMath has the same digits everywhere");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven");

    @Test
    void no_class_takes_digits_from_the_machine() {
        assertThat(HOUSE.stream().flatMap(type -> type.getAccessesFromSelf().stream()))
                .anyMatch(access -> access.getTargetOwner().isEquivalentTo(Math.class));
        RULE.check(HOUSE);
    }

    @Test
    void the_rule_sees_a_call_and_a_method_that_is_handed_on() {
        assertThat(violations(Calls.class)).isEqualTo(1);
        assertThat(violations(HandsOn.class)).isEqualTo(1);
        assertThat(violations(IsExact.class)).isZero();
    }

    private static int violations(Class<?> type) {
        return RULE.evaluate(new ClassFileImporter().importClasses(type))
                .getFailureReport()
                .getDetails()
                .size();
    }

    private static final class Calls implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double value) {
            return Math.log(value);
        }
    }

    private static final class HandsOn implements Supplier<DoubleUnaryOperator> {
        @Override
        public DoubleUnaryOperator get() {
            return Math::exp;
        }
    }

    private static final class IsExact implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double value) {
            return StrictMath.log(Math.sqrt(value));
        }
    }
}
