using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Contoso.Billing
{
    /// <summary>
    /// An invoice as it was sent to a customer.
    /// </summary>
    public class Invoice
    {
        private readonly List<InvoiceLine> _lines = new List<InvoiceLine>();

        public Invoice(string number, DateTime issuedOn)
        {
            Number = number ?? throw new ArgumentNullException(nameof(number));
            IssuedOn = issuedOn;
        }

        public string Number { get; }

        public DateTime IssuedOn { get; }

        public IReadOnlyList<InvoiceLine> Lines => _lines;

        public decimal Total
        {
            get { return _lines.Sum(line => line.Amount); }
        }

        public void Add(string text, decimal amount)
        {
            _lines.Add(new InvoiceLine(text, amount));
        }

        /// <inheritdoc />
        public override string ToString()
        {
            return string.Format(CultureInfo.InvariantCulture, "{0} of {1:yyyy-MM-dd}: {2:0.00}", Number, IssuedOn, Total);
        }
    }

    /// <summary>One line of an invoice.</summary>
    public class InvoiceLine
    {
        public InvoiceLine(string text, decimal amount)
        {
            Text = text;
            Amount = amount;
        }

        public string Text { get; }

        public decimal Amount { get; }
    }

    // Kept for the old API.
    public enum InvoiceState
    {
        Draft,
        Sent,
        Paid,
    }
}
