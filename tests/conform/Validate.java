import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * veraPDF on PDF files: the first argument is a profile of veraPDF's (ua1, 2a), the others are files. Prints a line for
 * each place where a file breaks a rule, and nothing where all conform.
 */
class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            try (FileInputStream file = new FileInputStream(arguments[i]);
                    PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println(arguments[i] + " " + broken.getRuleId().getClause() + "-"
                            + broken.getRuleId().getTestNumber() + " " + broken.getMessage() + " at "
                            + broken.getLocation().getContext());
                }
                if (!result.isCompliant()) {
                    System.out.println(arguments[i] + " does not conform");
                }
            }
        }
    }
}
